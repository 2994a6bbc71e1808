/* app/read/relations.h — which part of an OOXML package belongs to which. */

#pragma once

#include "app/read/package.h"

typedef struct {
  char *id;
  char *type; /* the last word of its address: officeDocument, styles, worksheet … */
  char *path; /* of the part, inside the package */
} Relation;

/* The parts that a part (NULL: the package) names; none when it names none. */
GPtrArray *relations_read (Package *package, const char *path, GError **error);

/* The path of the first relation of a type, or of the one with an id; NULL: none. */
const char *relations_find (const GPtrArray *relations, const char *type);
const char *relations_find_id (const GPtrArray *relations, const char *id);
