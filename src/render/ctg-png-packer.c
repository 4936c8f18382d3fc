/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each band is packed without a look at the others and ends on a whole byte, so that all of them behind each other are one zlib stream; its head,
 * and the check sum that is put together from those of the bands, are written here. It must not draw, nor write any file. */

#include "render/ctg-png-packer.h"

#include <string.h>

#define FILTER_NONE 0
#define FILTER_UP 2

/* So many rows like the one above are worth a block of their own, which takes a few dozen bytes. */
#define MIN_REPEATS 4

/* A zlib stream begins with the window's size and a number that makes both divisible by 31, and ends with a check sum. */
#define HEAD_BYTES 2
#define CHECK_BYTES 4
#define BLOCK_BYTES 16 /* more than a block's two ends */

#define PIXEL_BYTES 4

typedef struct
{
  z_stream stream;
  guint8 *memory;
  guint8 *rows; /* in memory; the byte before each is its filter */
  guint8 *packed;
  size_t room;   /* at packed */
  size_t length; /* at packed */
  unsigned int number;
  int n_rows;
  guint32 check; /* of the rows with their filters */
  bool first, last;
  bool done; /* under the lock */
} Band;

struct _CtgPngPacker
{
  size_t row_bytes;
  size_t stride;
  const CtgDeflateEffort *effort;
  CtgPngBandFunc finish; /* nullable */
  void *user_data;
  guint32 repeat_check; /* of a row like the one above */
  unsigned int n_bands;
  unsigned int n_sent;
  unsigned int n_taken;
  guint32 check;
  GThreadPool *pool; /* nullable: packed at once */
  GMutex lock;
  GCond changed;
  unsigned int n_places;
  Band *places; /* of band i: i % n_places */
};

/* On figures, which are flat areas with text, filters help only where a row repeats the one above. */
static void
filter_rows (guint8 *rows,
             int     n_rows,
             size_t  stride,
             size_t  row_bytes)
{
  const guint8 *above = NULL;

  for (guint8 *row = rows; n_rows-- > 0; row += stride)
    {
      if (above != NULL && memcmp (row, above, row_bytes) == 0)
        {
          memset (row, 0, row_bytes);
          row[-1] = FILTER_UP;
          continue;
        }
      row[-1] = FILTER_NONE;
      above = row;
    }
}

static void
append_number (Band   *band,
               guint32 number,
               int     n_bytes)
{
  while (n_bytes-- > 0)
    band->packed[band->length++] = number >> (8 * n_bytes);
}

/* Whether at least MIN_REPEATS rows begin here that are like the one above. */
static bool
is_run (const guint8 *row,
        int           n_rows,
        size_t        stride)
{
  for (int n = 0; n < MIN_REPEATS; n++, row += stride)
    if (n >= n_rows || row[-1] != FILTER_UP)
      return false;

  return true;
}

/* Where rows repeat there are only zeros, for which zlib need not look further back than a byte: half the time, and fewer bytes. */
static int
deflate_rows (CtgPngPacker *self,
              Band         *band,
              int           flush)
{
  z_stream *stream = &band->stream;
  int strategy = Z_DEFAULT_STRATEGY;
  int status = Z_OK;

  for (int y = 0; y < band->n_rows; y++)
    {
      guint8 *row = band->rows + y * self->stride;
      int wanted = row[-1] == FILTER_UP && (strategy == Z_RLE || is_run (row, band->n_rows - y, self->stride)) ? Z_RLE : Z_DEFAULT_STRATEGY;

      if (wanted != strategy)
        deflateParams (stream, self->effort->level, wanted);
      strategy = wanted;
      stream->next_in = row - 1;
      stream->avail_in = self->row_bytes + 1;
      status = deflate (stream, y + 1 < band->n_rows ? Z_NO_FLUSH : flush);
    }

  return status;
}

/* Of rows that repeat, which are all alike, it is known. */
static guint32
check_rows (const CtgPngPacker *self,
            const Band         *band)
{
  guint32 check = adler32 (0, NULL, 0);

  for (int y = 0; y < band->n_rows; y++)
    {
      const guint8 *row = band->rows + y * self->stride;

      if (row[-1] == FILTER_UP)
        check = adler32_combine (check, self->repeat_check, self->row_bytes + 1);
      else
        check = adler32 (check, row - 1, self->row_bytes + 1);
    }

  return check;
}

static guint32
check_repeat (size_t row_bytes)
{
  g_autofree guint8 *row = g_malloc0 (row_bytes + 1);

  row[0] = FILTER_UP;

  return adler32 (adler32 (0, NULL, 0), row, row_bytes + 1);
}

static void
pack (void *data,
      void *user_data)
{
  Band *band = data;
  CtgPngPacker *self = user_data;

  if (self->finish != NULL)
    self->finish (band->number, band->rows, band->n_rows, self->user_data);
  filter_rows (band->rows, band->n_rows, self->stride, self->row_bytes);
  band->check = check_rows (self, band);
  band->length = 0;
  if (band->first)
    append_number (band, 0x785e, HEAD_BYTES);

  band->stream.next_out = band->packed + band->length;
  band->stream.avail_out = band->room - band->length - CHECK_BYTES;

  int status = deflate_rows (self, band, band->last ? Z_FINISH : Z_SYNC_FLUSH);

  g_assert (status == (band->last ? Z_STREAM_END : Z_OK) && band->stream.avail_in == 0 && band->stream.avail_out > 0);
  band->length += band->stream.total_out;
  deflateReset (&band->stream);
  deflateParams (&band->stream, self->effort->level, Z_DEFAULT_STRATEGY);
  ctg_deflate_tune (&band->stream, self->effort);

  g_mutex_lock (&self->lock);
  band->done = true;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
}

static bool
init_band (const CtgPngPacker *self,
           Band               *band,
           int                 n_rows)
{
  size_t n_bytes = (self->row_bytes + 1) * n_rows;

  if (deflateInit2 (&band->stream, self->effort->level, Z_DEFLATED, -MAX_WBITS, CTG_DEFLATE_MEMORY, Z_DEFAULT_STRATEGY) != Z_OK)
    return false;
  ctg_deflate_tune (&band->stream, self->effort);
  band->room = HEAD_BYTES + deflateBound (&band->stream, n_bytes) + BLOCK_BYTES * (2 + n_rows / MIN_REPEATS) + CHECK_BYTES;
  band->memory = g_malloc (PIXEL_BYTES + self->stride * n_rows);
  band->rows = band->memory + PIXEL_BYTES;
  band->packed = g_malloc (band->room);

  return true;
}

/* NULL where not a single thread could be had. */
static GThreadPool *
start_threads (CtgPngPacker *self,
               unsigned int  n_threads)
{
  GThreadPool *pool = g_thread_pool_new (pack, self, n_threads, true, NULL);

  if (pool != NULL && g_thread_pool_get_num_threads (pool) == 0)
    g_thread_pool_free (g_steal_pointer (&pool), true, false);

  return pool;
}

CtgPngPacker *
ctg_png_packer_new (size_t                  row_bytes,
                    size_t                  stride,
                    int                     band_rows,
                    unsigned int            n_bands,
                    unsigned int            n_threads,
                    const CtgDeflateEffort *effort,
                    CtgPngBandFunc          finish,
                    void                   *user_data)
{
  g_return_val_if_fail (stride > row_bytes, NULL);

  g_autoptr(CtgPngPacker) self = g_new0 (CtgPngPacker, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->row_bytes = row_bytes;
  self->stride = stride;
  self->effort = effort;
  self->finish = finish;
  self->user_data = user_data;
  self->n_bands = n_bands;
  self->check = adler32 (0, NULL, 0);
  self->repeat_check = check_repeat (row_bytes);
  self->places = g_new0 (Band, n_threads + 1);
  while (self->n_places <= n_threads)
    if (!init_band (self, &self->places[self->n_places++], band_rows))
      return NULL;
  if (n_threads > 0)
    self->pool = start_threads (self, n_threads);

  return g_steal_pointer (&self);
}

void
ctg_png_packer_free (CtgPngPacker *self)
{
  if (self == NULL)
    return;

  if (self->pool != NULL)
    g_thread_pool_free (self->pool, true, true);
  for (unsigned int i = 0; i < self->n_places; i++)
    {
      deflateEnd (&self->places[i].stream);
      g_free (self->places[i].memory);
      g_free (self->places[i].packed);
    }
  g_free (self->places);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
  g_free (self);
}

bool
ctg_png_packer_is_full (const CtgPngPacker *self)
{
  return self->n_sent - self->n_taken == self->n_places;
}

bool
ctg_png_packer_is_empty (const CtgPngPacker *self)
{
  return self->n_sent == self->n_taken;
}

guint8 *
ctg_png_packer_get_rows (CtgPngPacker *self)
{
  g_return_val_if_fail (!ctg_png_packer_is_full (self) && self->n_sent < self->n_bands, NULL);

  return self->places[self->n_sent % self->n_places].rows;
}

void
ctg_png_packer_send (CtgPngPacker *self,
                     int           n_rows)
{
  g_return_if_fail (!ctg_png_packer_is_full (self) && self->n_sent < self->n_bands);

  Band *band = &self->places[self->n_sent % self->n_places];

  band->number = self->n_sent;
  band->n_rows = n_rows;
  band->first = self->n_sent == 0;
  band->last = ++self->n_sent == self->n_bands;
  band->done = false;
  if (self->pool != NULL)
    g_thread_pool_push (self->pool, band, NULL);
  else
    pack (band, self);
}

const guint8 *
ctg_png_packer_take (CtgPngPacker *self,
                     size_t       *length)
{
  g_return_val_if_fail (!ctg_png_packer_is_empty (self), NULL);

  Band *band = &self->places[self->n_taken++ % self->n_places];

  g_mutex_lock (&self->lock);
  while (!band->done)
    g_cond_wait (&self->changed, &self->lock);
  g_mutex_unlock (&self->lock);

  self->check = adler32_combine (self->check, band->check, (self->row_bytes + 1) * band->n_rows);
  if (band->last)
    append_number (band, self->check, CHECK_BYTES);
  *length = band->length;

  return band->packed;
}
