/* app/export/parcel.h — an office file as the ZIP of parts that it is, written. */

#pragma once

#include <gio/gio.h>

typedef struct _Parcel Parcel;

/* A new one in place of what is at path; or, to add to it, the one that is there. */
Parcel *parcel_new (const char *path);
Parcel *parcel_open (const char *path);

/* Takes part.  One of the same name gives way. */
void parcel_add (Parcel *self, const char *name, GBytes *part);

/* The bytes of a part that was there when it was opened, or NULL. */
GBytes *parcel_get (Parcel *self, const char *name);

/* Writes it; the same parts give the same bytes.  FALSE when that failed. */
gboolean parcel_close (Parcel *self);
