/* app/export/enclosure.h — the records that ride inside a printed file, so that reading
 * it back is exact.
 *
 * With them goes a hash over what the file shows.  Somebody who changes the file in
 * another program changes what it shows and not the records: then the hash differs, and
 * the records no longer count.
 */

#pragma once

#include <glib.h>

/* Name of the part of an office file, the element of a page, the attachment of a PDF.
 */
#define ENCLOSURE_NAMESPACE "urn:jixiao:records:1"
#define ENCLOSURE_PART      "customXml/item1.xml"
#define ENCLOSURE_META \
  "<meta name=\"jixiao-records\" content=\"" /* … deflated, in base 64 */
#define ENCLOSURE_FILE    "jixiao-records.json"
#define ENCLOSURE_TRAILER "/JixiaoRecords" /* of a PDF: where the attachment is */

/* Adds a text that is shown to the sum.  Its spaces do not count; NULL is
 * nothing.  */
void enclosure_see (GChecksum *seen, const char *text);

/* The enclosure of records in the interchange JSON and the hash of what is shown. Newly
 * allocated.  */
char *enclosure_new (const char *hash, const char *json);

/* Parts one; *hash is newly allocated.  Returns the JSON in text, or NULL when it is no
 * enclosure.  */
const char *enclosure_open (const char *text, char **hash);
