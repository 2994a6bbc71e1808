/* tests/proposed.h — what import proposes of a project, as text. */

#pragma once

#include "db/project.h"

/* The head: what is printed, by name. */
char *proposed_head (const Project *p);

/* A line an indicator, its members divided by |, what is not printed left out. */
char *proposed_targets (const Project *p);
