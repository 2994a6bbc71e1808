/* app/interchange/indicator.h — a row of a table of targets in the interchange JSON.
 */

#pragma once

#include "app/interchange/json-put.h"
#include "app/interchange/json-walk.h"

/* A JsonPutRecord for Indicator. */
void interchange_put_indicator (JsonPut *json, gpointer indicator, guint no);

/* The array "indicators" of a table into Indicator records. */
void interchange_get_indicators (JsonWalk *walk, JsonObject *table,
                                 GPtrArray *indicators);
