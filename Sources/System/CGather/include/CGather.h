#pragma once

/* A file system for SQLite that writes the pages of a commit at once.
 *
 * SQLite writes each page of a write-ahead log in two pieces, its head and the page: sixteen calls of the kernel for a
 * commit of eight pages. This one gathers pieces that follow each other and hands them on together. All else, and every other
 * file, is left to the file system that SQLite has.
 *
 * What is gathered is handed on
 *  - before the file is synchronized, cut or measured, or that part of it read: what was synchronized is in the file;
 *  - with the last page of a commit, whose head says that it is one: what other connections are told of is in the file;
 *  - when there is no more room, a piece does not follow the last, or is neither a head nor the page behind one.
 * It is thrown away when the lock of whoever writes is given back, since another process may write there next. Once something
 * could not be handed on, nothing is written, synchronized or read behind it until then.
 *
 * Source: SQLite, file format, section 4 (the write-ahead log), and "Custom VFS". */

/* Registers the file system, once for the process. Its name; a connection that names it uses it. It stands on whatever file
 * system is the default when a file is opened. When SQLite has no memory for it, opening says that there is none of this name. */
const char *acta_gather_install(void);
