#include "app/log_in_provider.h"

#include <sys/stat.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "download/address.h"

namespace kres::app {

namespace {

Result<std::string> text_field(const nlohmann::json& json, const char* name, const Path& file) {
  const auto field = json.find(name);
  if (field != json.end() && field->is_string() && !field->get<std::string>().empty())
    return field->get<std::string>();
  return bad_input(fmt::format("the text '{}' is missing", name), file.string(), 0,
                   "name, issuer, client_id, client_secret and redirect are texts");
}

Result<oidc::ProviderSettings> read_provider(const Path& file) {
  KRES_ASSIGN(const auto text, read_file(file));
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return bad_input("is no JSON object", file.string());
  oidc::ProviderSettings settings;
  KRES_ASSIGN(settings.name, text_field(json, "name", file));
  KRES_ASSIGN(settings.issuer, text_field(json, "issuer", file));
  KRES_ASSIGN(settings.client_id, text_field(json, "client_id", file));
  KRES_ASSIGN(settings.client_secret, text_field(json, "client_secret", file));
  KRES_ASSIGN(settings.redirect, text_field(json, "redirect", file));
  for (const auto* address : {&settings.issuer, &settings.redirect})
    if (!download::is_allowed_address(*address))
      return bad_input(fmt::format("'{}' is neither https nor this machine", *address),
                       file.string());
  return settings;
}

}  // namespace

Result<std::unique_ptr<oidc::Provider>> open_provider(const Path& registry,
                                                      const laboratory::Clock& clock) {
  const auto file = registry / "provider.json";
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return std::unique_ptr<oidc::Provider>();
  if ((status.st_mode & 077) != 0)
    return environment_error("the secret of the provider can be read by others", file.string(),
                             "chmod 600 it");
  KRES_ASSIGN(auto settings, read_provider(file));
  return std::make_unique<oidc::Provider>(std::move(settings), clock);
}

}  // namespace kres::app
