// libcurl, loaded when the first download needs it: its two dozen libraries would otherwise be
// loaded at the start of every command.
#pragma once

#include <curl/curl.h>

#include "base/error.h"

namespace kres::download {

struct Libcurl {
  decltype(&curl_easy_init) easy_init = nullptr;
  decltype(&curl_easy_cleanup) easy_cleanup = nullptr;
  decltype(&curl_easy_reset) easy_reset = nullptr;
  decltype(&curl_easy_setopt) easy_setopt = nullptr;
  decltype(&curl_easy_perform) easy_perform = nullptr;
  decltype(&curl_easy_strerror) easy_strerror = nullptr;
  decltype(&curl_easy_getinfo) easy_getinfo = nullptr;
  decltype(&curl_slist_append) slist_append = nullptr;
  decltype(&curl_slist_free_all) slist_free_all = nullptr;

  // Stays loaded until the program ends. Fails with `environment` if it is not installed.
  static Result<const Libcurl*> load();
};

}  // namespace kres::download
