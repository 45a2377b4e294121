#include "download/libcurl.h"

#include <dlfcn.h>

namespace kres::download {

namespace {

template <class Function>
bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

bool find_all(void* library, Libcurl& curl) {
  return find(library, "curl_easy_init", curl.easy_init) &&
         find(library, "curl_easy_cleanup", curl.easy_cleanup) &&
         find(library, "curl_easy_reset", curl.easy_reset) &&
         find(library, "curl_easy_setopt", curl.easy_setopt) &&
         find(library, "curl_easy_perform", curl.easy_perform) &&
         find(library, "curl_easy_strerror", curl.easy_strerror) &&
         find(library, "curl_easy_getinfo", curl.easy_getinfo) &&
         find(library, "curl_slist_append", curl.slist_append) &&
         find(library, "curl_slist_free_all", curl.slist_free_all);
}

}  // namespace

Result<const Libcurl*> Libcurl::load() {
  struct Loaded {
    Libcurl functions;
    bool complete = false;
  };
  static const Loaded loaded = [] {
    Loaded result;
    void* library = ::dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    result.complete = library != nullptr && find_all(library, result.functions);
    return result;
  }();
  if (!loaded.complete)
    return fail({ErrorCode::environment, "libcurl is not installed", "", 0,
                 "install the package libcurl4, or give files that were carried in"});
  return &loaded.functions;
}

}  // namespace kres::download
