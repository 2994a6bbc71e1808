/* app/interchange/parts.h — the parts of a text beside its tables of targets in the
 * interchange JSON: sections, contents, procurement, assets, glossary, approval.
 */

#pragma once

#include "app/interchange/json-put.h"
#include "app/interchange/json-walk.h"
#include "db/document.h"

/* The parts that stand before the overall goals, and those behind the projects. */
void interchange_put_front (JsonPut *json, const Document *document);
void interchange_put_back (JsonPut *json, const Document *document);

void interchange_get_parts (JsonWalk *walk, JsonObject *object, Document *document);
