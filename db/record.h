/* db/record.h — a row as a C struct, and the tables as trees of such rows.
 *
 * Each record table has a file of its own that declares a struct and a
 * DbTable: which column stands in which member, and which tables hang below
 * it.  With that description one function stores a whole document, one loads
 * it and one frees it.
 *
 * Every record struct begins with a DbRecord.  A text member is owned by the
 * record, NULL where nothing is printed.  An integer member that may be NULL
 * in the file holds DB_NULL then.
 */

#pragma once

#include "db/db.h"

typedef struct {
  gint64 id;     /* 0 until it is stored */
  gint64 parent; /* id of the record it belongs to */
} DbRecord;

typedef enum { DB_TEXT, DB_INTEGER } DbType;

typedef struct {
  const char *column; /* NULL: carried, not stored */
  DbType      type;   /* DB_TEXT: char *; DB_INTEGER: gint64 */
  gsize       offset;
} DbField;

typedef struct _DbTable DbTable;

struct _DbTable {
  const char    *name;
  const char    *parent; /* column that holds DbRecord.parent */
  gsize          size;   /* of the struct */
  const DbField *fields;
  gsize          n_fields;
  gboolean       has_ordinal;   /* column ordinal: place among its siblings from 1 */
  const char    *ordinal_group; /* … that share this text column, if not NULL */
  struct {
    const DbTable *table;
    gsize          offset; /* of the GPtrArray * in the struct */
  } children[12];          /* ends with a NULL table */
};

#define DB_FIELD_TEXT(Struct, member)                 \
  {                                                   \
#member, DB_TEXT, G_STRUCT_OFFSET(Struct, member) \
  }
#define DB_FIELD_INTEGER(Struct, member)                 \
  {                                                      \
#member, DB_INTEGER, G_STRUCT_OFFSET(Struct, member) \
  }
/* A text that the record carries but the table does not hold: what a foreign
 * key of it stands for.  */
#define DB_FIELD_CARRIED(Struct, member)            \
  {                                                 \
    NULL, DB_TEXT, G_STRUCT_OFFSET (Struct, member) \
  }
#define DB_CHILDREN(table, Struct, member)   \
  {                                          \
    &table, G_STRUCT_OFFSET (Struct, member) \
  }

/* A record with every text NULL, every integer DB_NULL and empty arrays of
 * children.  Freeing it frees the children.  */
gpointer db_record_new (const DbTable *table);
void     db_record_free (const DbTable *table, gpointer record);

/* Frees the array and the records in it. */
void db_record_array_free (const DbTable *table, GPtrArray *records);

/* Appends a new record to the array and lends it. */
gpointer db_record_add (GPtrArray *records, const DbTable *table);

/* Stores the record and all below it under parent; sets the ids, and the
 * ordinals by the order in the arrays.  */
gboolean db_record_insert (Db *db, const DbTable *table, gpointer record, gint64 parent,
                           GError **error);

/* The same for many records in a row: keeps its statements. */
typedef struct _DbWriter DbWriter;

DbWriter *db_writer_new (Db *db);
void      db_writer_free (DbWriter *writer);
gboolean  db_writer_insert (DbWriter *writer, const DbTable *table, gpointer record,
                            gint64 parent, GError **error);

/* The records of a parent in their order, each with all below it. */
GPtrArray *db_record_list (Db *db, const DbTable *table, gint64 parent, GError **error);

/* The record with this id and all below it; NULL with DB_MISSING when there is none.
 */
gpointer db_record_get (Db *db, const DbTable *table, gint64 id, GError **error);

/* Says that what was asked for of this table is not in the file: DB_MISSING. */
void db_record_set_missing (const DbTable *table, GError **error);

/* Replaces the text of a member.  Takes text. */
void db_record_take_text (char **member, char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DbWriter, db_writer_free)
