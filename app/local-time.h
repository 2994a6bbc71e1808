/* app/local-time.h — the times of a record file, which are UTC, as clocks here show
 * them. */

#pragma once

/* 2024-05-06T07:08:09Z is 2024-05-06 15:08 in China.  What is no time is returned as it
 * is.  Newly allocated.  */
char *local_time_write (const char *utc);

/* The UTC at which the day began here that was so many days ago; 0: today.  Newly
 * allocated. */
char *local_time_day (int days_ago);
