/* app/interchange/project.h — a table of targets in the interchange JSON. */

#pragma once

#include "app/interchange/keys.h"
#include "db/project.h"

/* A JsonPutRecord for Project. */
void interchange_put_project (JsonPut *json, gpointer project, guint no);

/* An InterchangeGetRecord for Project; the kind is left to the caller. */
void interchange_get_project (JsonWalk *walk, JsonObject *object, gpointer project);

/* All of a project but its number and its indicators, into an open object. */
void interchange_put_project_head (JsonPut *json, const Project *project);
void interchange_get_project_head (JsonWalk *walk, JsonObject *object,
                                   Project *project);
