/* app/export/parcel.h — an office file as the ZIP of parts that it is, written. */

#pragma once

#include <gio/gio.h>

typedef struct _Parcel Parcel;

/* A new one in place of what is at path. */
Parcel *parcel_new (const char *path);

/* Takes part. */
void parcel_add (Parcel *self, const char *name, GBytes *part);

/* Writes it; the same parts give the same bytes.  FALSE when that failed. */
gboolean parcel_close (Parcel *self);
