/* app/export/parcel.h — an office file as the ZIP of parts that it is, written. */

#pragma once

#include <gio/gio.h>

typedef struct _Parcel Parcel;

/* A new one in place of what is at path; or more parts for the one that will be there
 * when it is closed.  */
Parcel *parcel_new (const char *path);
Parcel *parcel_onto (const char *path);

/* Takes part, and packs it in the background.  One of the same name gives way. */
void parcel_add (Parcel *self, const char *name, GBytes *part);

/* The bytes of a part of what is at its path, or NULL. */
GBytes *parcel_get (Parcel *self, const char *name);

/* Writes it; the same parts give the same bytes.  FALSE when that failed. */
gboolean parcel_close (Parcel *self);
