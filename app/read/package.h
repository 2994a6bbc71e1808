/* app/read/package.h — an office file as the ZIP of parts that it is, read with
 * limits.
 *
 * Whoever made the file may mean harm: nothing of it is believed before it is counted.
 * Every error is one Chinese line that begins with the file's name.
 */

#pragma once

#include <gio/gio.h>

typedef struct _Package      Package;
typedef struct _PackageEntry PackageEntry;

/* Opens the bytes of a file called name; refuses what no office program writes: too
 * many parts, parts too large or packed too well, names that lead out of the file, a
 * password.
 */
Package *package_open (GBytes *bytes, const char *name, GError **error);
/* A file that is one part itself: what stands elsewhere as content.xml in a package. */
Package    *package_of_part (GBytes *bytes, const char *name);
gboolean    package_is_part (const Package *package);
void        package_free (Package *package);
const char *package_name (const Package *package);
gboolean    package_has (const Package *package, const char *path);

/* A part as a stream of bytes. */
PackageEntry *package_entry_open (Package *package, const char *path, GError **error);
/* Bytes read, 0 at the end, -1 when the part is broken. */
gssize package_entry_read (PackageEntry *entry, void *buffer, gsize size);
/* Reads what is left, so that a wrong check sum shows; FALSE when the part is broken.
 */
gboolean package_entry_finish (PackageEntry *entry, GError **error);
void     package_entry_free (PackageEntry *entry);

/* All of a part. */
GBytes *package_load (Package *package, const char *path, GError **error);

/* Sets the error that a part is broken. */
void package_set_broken (const Package *package, const char *path, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Package, package_free)
