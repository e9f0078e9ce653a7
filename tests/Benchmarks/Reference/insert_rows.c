// What a plain C program takes to put the rows of the extract into the same table of SQLite, in one durable transaction:
// accounts numbered through a hash table, amounts as integers, instants as milliseconds; no checks, no rejects, no hash of the file.
// insert_rows tx.csv case.db
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static char **names;
static uint32_t *slots, mask, known;

static uint32_t number_of(const char *name, size_t length, sqlite3_stmt *insert) {
    uint64_t h = 1469598103934665603ull;
    for (size_t i = 0; i < length; i++) h = (h ^ (unsigned char)name[i]) * 1099511628211ull;
    for (uint32_t at = (uint32_t)(h ^ h >> 32) & mask;; at = (at + 1) & mask) {
        if (!slots[at]) {
            names[++known] = strndup(name, length);
            slots[at] = known;
            sqlite3_bind_int64(insert, 1, known);
            sqlite3_bind_text(insert, 2, names[known], (int)length, SQLITE_STATIC);
            sqlite3_step(insert);
            sqlite3_reset(insert);
            return known;
        }
        if (!strncmp(names[slots[at]], name, length) && !names[slots[at]][length]) return slots[at];
    }
}

static void must(int code, sqlite3 *db) {
    if (code != SQLITE_OK) { fprintf(stderr, "%s\n", sqlite3_errmsg(db)); exit(1); }
}

int main(int count, char **words) {
    if (count != 3) return 2;
    struct timespec a, b;
    clock_gettime(CLOCK_MONOTONIC, &a);
    sqlite3 *db;
    must(sqlite3_open(words[2], &db), db);
    must(sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE accounts(id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;"
        "CREATE TABLE postings(id INTEGER PRIMARY KEY, document INTEGER NOT NULL, statement INTEGER NOT NULL, row INTEGER NOT NULL, account INTEGER, counterparty INTEGER,"
        " minor INTEGER NOT NULL, counter_minor INTEGER, booking_day INTEGER, value_day INTEGER, instant INTEGER, currency INTEGER NOT NULL, counter_currency INTEGER,"
        " kind INTEGER NOT NULL, origin INTEGER NOT NULL, balance INTEGER, counter_balance INTEGER, reference TEXT, end_to_end_id TEXT, local_id TEXT, counterparty_name TEXT, text TEXT) STRICT;"
        "BEGIN IMMEDIATE", 0, 0, 0), db);
    sqlite3_stmt *account, *row;
    must(sqlite3_prepare_v2(db, "INSERT INTO accounts VALUES(?1, ?2)", -1, &account, 0), db);
    must(sqlite3_prepare_v2(db, "INSERT INTO postings(document, statement, row, account, counterparty, minor, counter_minor, booking_day, value_day, instant, currency, counter_currency, kind, origin, local_id)"
        " VALUES(1, 1, ?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, 1, 1, 0, 0, ?8)", -1, &row, 0), db);
    mask = (1u << 24) - 1;
    slots = calloc(mask + 1ull, sizeof *slots);
    names = calloc(1u << 23, sizeof *names);
    FILE *file = fopen(words[1], "r");
    if (!file) return 1;
    setvbuf(file, 0, _IOFBF, 1 << 20);
    char line[512];
    int64_t n = 0;
    if (!fgets(line, sizeof line, file)) return 1;
    while (fgets(line, sizeof line, file)) {
        char *cell[6], *at = line;
        for (int i = 0; i < 6; i++) {
            cell[i] = at;
            at = strpbrk(at, ",\n");
            if (!at) return 1;
            *at++ = 0;
        }
        int64_t minor = 0;
        for (char *p = cell[3]; *p; p++) if (*p != '.') minor = minor * 10 + (*p - '0');
        struct tm t = {0};
        if (sscanf(cell[5], "%d-%d-%dT%d:%d:%d", &t.tm_year, &t.tm_mon, &t.tm_mday, &t.tm_hour, &t.tm_min, &t.tm_sec) != 6) return 1;
        t.tm_year -= 1900;
        t.tm_mon -= 1;
        int64_t seconds = timegm(&t);
        sqlite3_bind_int64(row, 1, ++n);
        sqlite3_bind_int64(row, 2, number_of(cell[1], strlen(cell[1]), account));
        sqlite3_bind_int64(row, 3, number_of(cell[2], strlen(cell[2]), account));
        sqlite3_bind_int64(row, 4, -minor);
        sqlite3_bind_int64(row, 5, minor);
        sqlite3_bind_int64(row, 6, seconds / 86400);
        sqlite3_bind_int64(row, 7, seconds * 1000);
        sqlite3_bind_text(row, 8, cell[0], -1, SQLITE_STATIC);
        if (sqlite3_step(row) != SQLITE_DONE) { fprintf(stderr, "%s\n", sqlite3_errmsg(db)); return 1; }
        sqlite3_reset(row);
    }
    must(sqlite3_exec(db, "COMMIT", 0, 0, 0), db);
    sqlite3_finalize(account);
    sqlite3_finalize(row);
    sqlite3_close(db);
    clock_gettime(CLOCK_MONOTONIC, &b);
    printf("rows %lld, seconds %.3f\n", (long long)n, (double)(b.tv_sec - a.tv_sec) + (double)(b.tv_nsec - a.tv_nsec) / 1e9);
    return 0;
}
