/* app/export/pdf-tree.c — what the parts of a PDF are. */

#include "app/export/pdf-tree.h"

#define NONE G_MAXUINT

typedef struct {
  const char *type;
  char       *attributes; /* or NULL */
  guint       parent;
  guint       first, last; /* Kid, or NONE */
} Part;

typedef enum { PART, MARK, OBJECT } KidKind;

typedef struct {
  KidKind kind;
  guint   number; /* of the part, the mark or the object */
  guint   page;   /* its object */
  guint   next;   /* Kid, or NONE */
} Kid;

struct _PdfTree {
  GArray    *parts;  /* Part; the first is the root */
  GArray    *kids;   /* Kid */
  GPtrArray *marks;  /* by the place of the page: GArray of the parts marked */
  GArray    *owners; /* of objects: the parts they belong to, by their keys */
};

static void
clear_part (gpointer data)
{
  g_free (((Part *) data)->attributes);
}

static void
free_array (gpointer data)
{
  g_array_unref (data);
}

PdfTree *
pdf_tree_new (void)
{
  const Part root = { "Document", NULL, NONE, NONE, NONE };
  PdfTree   *self = g_new (PdfTree, 1);

  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, clear_part);
  g_array_append_val (self->parts, root);
  self->kids = g_array_new (FALSE, FALSE, sizeof (Kid));
  self->marks = g_ptr_array_new_with_free_func (free_array);
  self->owners = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

void
pdf_tree_free (PdfTree *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->parts);
  g_array_unref (self->kids);
  g_ptr_array_unref (self->marks);
  g_array_unref (self->owners);
  g_free (self);
}

static Kid *
kid_at (const PdfTree *self, guint i)
{
  return &g_array_index (self->kids, Kid, i);
}

static void
add_kid (PdfTree *self, guint parent, KidKind kind, guint number, guint page)
{
  const Kid kid = { kind, number, page, NONE };
  Part     *part = &g_array_index (self->parts, Part, parent);

  if (part->last == NONE)
    part->first = self->kids->len;
  else
    kid_at (self, part->last)->next = self->kids->len;
  part->last = self->kids->len;
  g_array_append_val (self->kids, kid);
}

guint
pdf_tree_add (PdfTree *self, guint parent, const char *type, const char *attributes)
{
  const Part part = { type, *attributes != '\0' ? g_strdup (attributes) : NULL, parent,
                      NONE, NONE };
  guint      number = self->parts->len;

  g_array_append_val (self->parts, part);
  add_kid (self, parent, PART, number, 0);
  return number;
}

guint
pdf_tree_mark (PdfTree *self, guint part, guint page, guint place)
{
  GArray *marks;

  while (self->marks->len <= place)
    g_ptr_array_add (self->marks, g_array_new (FALSE, FALSE, sizeof (guint)));
  marks = self->marks->pdata[place];
  add_kid (self, part, MARK, marks->len, page);
  g_array_append_val (marks, part);
  return marks->len - 1;
}

/* The keys of pages are their places; those of objects are behind all of them, however
 * many pages there will be.  */
#define OBJECT_KEY 1000000

guint
pdf_tree_own (PdfTree *self, guint part, guint page, guint object)
{
  add_kid (self, part, OBJECT, object, page);
  g_array_append_val (self->owners, part);
  return OBJECT_KEY + self->owners->len - 1;
}

/* first: number of the object of the first part. */
static void
put_kid (GString *words, const Kid *kid, guint first, guint page)
{
  switch (kid->kind)
    {
    case PART:
      pdf_put_object (words, " ", first + kid->number);
      break;
    case MARK:
      if (kid->page != page)
        pdf_put_object (words, "<</Type/MCR/Pg ", kid->page);
      g_string_append (words, kid->page != page ? "/MCID " : " ");
      pdf_put_count (words, kid->number);
      if (kid->page != page)
        g_string_append (words, ">>");
      break;
    case OBJECT:
      pdf_put_object (words, "<</Type/OBJR/Pg ", kid->page);
      pdf_put_object (words, "/Obj ", kid->number);
      g_string_append (words, ">>");
      break;
    }
}

/* The page of the first mark. */
static guint
page_of (const PdfTree *self, const Part *part)
{
  for (guint i = part->first; i != NONE; i = kid_at (self, i)->next)
    if (kid_at (self, i)->kind == MARK)
      return kid_at (self, i)->page;
  return 0;
}

static void
put_part (const PdfTree *self, const Part *part, guint first, guint root,
          GString *words)
{
  guint page = page_of (self, part);

  g_string_assign (words, "<</S/");
  g_string_append (words, part->type);
  pdf_put_object (words, "/P ", part->parent == NONE ? root : first + part->parent);
  if (part->attributes != NULL)
    g_string_append (words, part->attributes);
  if (page != 0)
    pdf_put_object (words, "/Pg ", page);
  if (part->first != NONE && part->first == part->last)
    {
      g_string_append (words, "/K");
      put_kid (words, kid_at (self, part->first), first, page);
    }
  else if (part->first != NONE)
    {
      g_string_append (words, "/K[");
      for (guint i = part->first; i != NONE; i = kid_at (self, i)->next)
        put_kid (words, kid_at (self, i), first, page);
      g_string_append_c (words, ']');
    }
  g_string_append (words, ">>");
}

/* Which part each mark of each page, and each object, belongs to. */
static guint
write_parents (const PdfTree *self, PdfFile *file, guint first)
{
  guint number = pdf_file_numbers (file, 1);
  guint pages = pdf_file_numbers (file, self->marks->len);
  g_autoptr (GString) words = g_string_new ("<</Nums[");
  g_autoptr (GString) parts = g_string_new (NULL);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const GArray *marks = self->marks->pdata[i];

      g_string_assign (parts, "[");
      for (guint k = 0; k < marks->len; k++)
        pdf_put_object (parts, " ", first + g_array_index (marks, guint, k));
      g_string_append_c (parts, ']');
      pdf_file_add (file, pages + i, parts->str);
      g_string_append_printf (words, "%u %u 0 R ", i, pages + i);
    }
  for (guint i = 0; i < self->owners->len; i++)
    g_string_append_printf (words, "%u %u 0 R ", OBJECT_KEY + i,
                            first + g_array_index (self->owners, guint, i));
  g_string_append (words, "]>>");
  pdf_file_add (file, number, words->str);
  return number;
}

guint
pdf_tree_write (const PdfTree *self, PdfFile *file)
{
  guint root = pdf_file_numbers (file, 1);
  guint first = pdf_file_numbers (file, self->parts->len);
  guint parents = write_parents (self, file, first);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      put_part (self, &g_array_index (self->parts, Part, i), first, root, words);
      pdf_file_add (file, first + i, words->str);
    }
  g_string_printf (words,
                   "<</Type/StructTreeRoot/K %u 0 R/ParentTree %u 0 R"
                   "/ParentTreeNextKey %u>>",
                   first, parents, OBJECT_KEY + self->owners->len);
  pdf_file_add (file, root, words->str);
  return root;
}
