/* app/read/lock.h — office documents that a password protects: nothing of them can be
 * read, and they are named as such.  */

#pragma once

#include "app/read/package.h"

/* What is said of one, behind the name of the file. */
#define LOCKED "有密码保护，请用办公软件打开，取消密码后另存再导入"

/* Whether a file of an old version, or one that looks like it, has a password. */
gboolean lock_is_on (GBytes *bytes);

/* The same of an OpenDocument package. */
gboolean lock_is_on_package (Package *package);
