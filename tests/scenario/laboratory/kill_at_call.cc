#include "tests/scenario/laboratory/kill_at_call.h"

#include <dlfcn.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>

namespace {

std::atomic<long> counted = 0;
std::atomic<long> fatal = 0;
std::atomic<bool> counting = false;

void count() {
  if (counting && ++counted == fatal) ::kill(::getpid(), SIGKILL);
}

template <class Function>
Function* original(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

}  // namespace

namespace kres::testing {

void kill_at_call(long number) {
  counted = 0;
  fatal = number;
  counting = true;
}

long calls_counted() { return counted; }

}  // namespace kres::testing

// Found before the C library's own by everything the program is linked with.
extern "C" {

ssize_t write(int file, const void* bytes, size_t size) {
  static const auto next = original<decltype(write)>("write");
  count();
  return next(file, bytes, size);
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t at) {
  static const auto next = original<decltype(pwrite64)>("pwrite64");
  count();
  return next(file, bytes, size, at);
}

int fsync(int file) {
  static const auto next = original<decltype(fsync)>("fsync");
  count();
  return next(file);
}

int fdatasync(int file) {
  static const auto next = original<decltype(fdatasync)>("fdatasync");
  count();
  return next(file);
}

ssize_t send(int socket, const void* bytes, size_t size, int flags) {
  static const auto next = original<decltype(send)>("send");
  count();
  return next(socket, bytes, size, flags);
}

int rename(const char* from, const char* to) noexcept {
  static const auto next = original<decltype(rename)>("rename");
  count();
  return next(from, to);
}

}  // extern "C"
