// Records what a process asks of the disk, for the simulation of power cuts. Loaded with LD_PRELOAD.
//   DISKLOG        file the records are appended to
//   DISKLOG_FOLDER folder whose files are recorded; what is written to standard output is recorded as acknowledged
// Record: kind (1 byte: W write, T truncate, S sync, R rename, U unlink, A acknowledged), length of path (4), path,
// offset (8), length of data (8), data; numbers in the byte order of the machine.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int log_file = -2;
#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) *(void **)&real = dlsym(RTLD_NEXT, name)

static int watched(const char *path) {
    const char *folder = getenv("DISKLOG_FOLDER");
    return folder && strncmp(path, folder, strlen(folder)) == 0;
}

static void record(char kind, const char *path, uint64_t offset, const void *data, uint64_t length) {
    if (log_file == -2) log_file = open(getenv("DISKLOG"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    uint32_t size = strlen(path);
    struct iovec parts[] = {{&kind, 1}, {&size, 4}, {(void *)path, size}, {&offset, 8}, {&length, 8}, {(void *)data, data ? length : 0}};
    if (writev(log_file, parts, 6) < 0) abort();
}

static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, PATH_MAX - 1);
    path[n < 0 ? 0 : n] = 0;
    return n > 0 && watched(path);
}

// The call and its record are one step, so that the log has the order the disk saw.
#define LOGGED(fd, call, kind, offset, data, length) \
    char path[PATH_MAX]; \
    if (!path_of(fd, path)) return call; \
    pthread_mutex_lock(&lock); \
    long answer = call; \
    if (answer >= 0) record(kind, path, offset, data, length); \
    pthread_mutex_unlock(&lock); \
    return answer

ssize_t pwrite64(int fd, const void *data, size_t n, off64_t at) {
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
    LOGGED(fd, real(fd, data, n, at), 'W', at, data, (uint64_t)answer);
}
ssize_t pwrite(int fd, const void *data, size_t n, off_t at) { return pwrite64(fd, data, n, at); }

ssize_t write(int fd, const void *data, size_t n) {
    REAL(ssize_t, "write", int, const void *, size_t);
    if (fd == 1) {
        pthread_mutex_lock(&lock);
        record('A', "", 0, data, n);
        pthread_mutex_unlock(&lock);
        return real(fd, data, n);
    }
    off64_t at = lseek64(fd, 0, SEEK_CUR);
    LOGGED(fd, real(fd, data, n), 'W', at, data, (uint64_t)answer);
}

int ftruncate64(int fd, off64_t size) {
    REAL(int, "ftruncate64", int, off64_t);
    LOGGED(fd, real(fd, size), 'T', size, NULL, 0);
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

int fdatasync(int fd) {
    REAL(int, "fdatasync", int);
    LOGGED(fd, real(fd), 'S', 0, NULL, 0);
}
int fsync(int fd) {
    REAL(int, "fsync", int);
    LOGGED(fd, real(fd), 'S', 0, NULL, 0);
}

int rename(const char *from, const char *to) {
    REAL(int, "rename", const char *, const char *);
    if (!watched(from)) return real(from, to);
    pthread_mutex_lock(&lock);
    int answer = real(from, to);
    if (answer == 0) record('R', from, 0, to, strlen(to));
    pthread_mutex_unlock(&lock);
    return answer;
}

int unlink(const char *path) {
    REAL(int, "unlink", const char *);
    if (!watched(path)) return real(path);
    pthread_mutex_lock(&lock);
    int answer = real(path);
    if (answer == 0) record('U', path, 0, NULL, 0);
    pthread_mutex_unlock(&lock);
    return answer;
}
