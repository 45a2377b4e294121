// kres token: tokens by which programs act for a person.
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/registry_directory.h"
#include "app/report_error.h"
#include "laboratory/person.h"
#include "server/auth/authenticator.h"
#include "server/auth/token.h"
#include "workflow/api_tokens.h"

namespace kres::app {

namespace {

using laboratory::ApiToken;

struct Options {
  std::string registry, username, name, reach = "read";
  int days = 90;
  std::int64_t number = 0;
  bool json = false;
};

nlohmann::ordered_json token_value(const ApiToken& token) {
  return {{"id", token.id.value},
          {"name", token.name},
          {"reach", laboratory::name_of(token.reach)},
          {"expires", iso_utc(token.expires)},
          {"last_used", token.last_used ? iso_utc(*token.last_used) : ""},
          {"revoked", token.revoked ? iso_utc(*token.revoked) : ""}};
}

Result<int> add(const Options& options) {
  KRES_ASSIGN(auto registry, RegistryDirectory::open(registry_path(options.registry)));
  const auto secret = std::string(kApiTokenPrefix) + random_token();
  KRES_ASSIGN(const auto token,
              workflow::give_token(registry->services(),
                                   {.username = options.username,
                                    .name = options.name,
                                    .reach = *laboratory::token_reach_from(options.reach),
                                    .days = options.days},
                                   token_digest(secret), std::string(laboratory::kSystemUser)));
  if (options.json) {
    auto json = token_value(token);
    json["token"] = secret;
    fmt::print("{}\n", json.dump());
  } else {
    fmt::print("{}\n", secret);
    fmt::print(stderr, "Token {} of {}, until {}. It is shown this once.\n", token.id.value,
               options.username, iso_utc(token.expires));
  }
  return 0;
}

Result<int> list(const Options& options) {
  KRES_ASSIGN(auto registry, RegistryDirectory::open(registry_path(options.registry)));
  KRES_ASSIGN(const auto tokens, workflow::tokens_of(registry->services(), options.username));
  auto json = nlohmann::ordered_json::array();
  for (const auto& token : tokens) {
    json.push_back(token_value(token));
    if (!options.json)
      fmt::print("{}\t{}\t{}\t{}\t{}\t{}\n", token.id.value, token.name, name_of(token.reach),
                 iso_utc(token.expires), token.last_used ? iso_utc(*token.last_used) : "",
                 token.revoked ? "revoked" : "");
  }
  if (options.json) fmt::print("{}\n", json.dump());
  return 0;
}

Result<int> revoke(const Options& options) {
  KRES_ASSIGN(auto registry, RegistryDirectory::open(registry_path(options.registry)));
  KRES_TRY(workflow::revoke_token(registry->services(), options.username, {options.number},
                                  std::string(laboratory::kSystemUser)));
  if (!options.json) fmt::print("token {} is revoked\n", options.number);
  return 0;
}

using Action = Result<int> (*)(const Options&);

CLI::App* add_action(CLI::App& command, Run& run, const std::shared_ptr<Options>& options,
                     const char* name, const char* description, Action action) {
  auto* sub = command.add_subcommand(name, description);
  sub->add_option("USERNAME", options->username, "Whose")->required();
  sub->add_option("--registry", options->registry,
                  "Registry (default: KRES_REGISTRY, or registry)");
  sub->add_flag("--json", options->json, "Print JSON");
  sub->callback([&run, options, action] {
    run = [options, action] {
      const auto code = action(*options);
      return code ? *code : report_error(code.error(), options->json);
    };
  });
  return sub;
}

}  // namespace

void add_token_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand("token", "Tokens by which programs act for a person");
  command->require_subcommand(1);
  command->footer(
      "Example:\n  kres token add kari --name \"export to the LIMS\" --days 90\n  curl -H "
      "\"Authorization: Bearer $TOKEN\" http://127.0.0.1:8640/api/v1/isolates");
  auto* added = add_action(*command, run, options, "add", "Give a token, and print it once", add);
  added->add_option("--name", options->name, "What it is for")->required();
  added->add_option("--reach", options->reach, "read, or change (which reads too)")
      ->check(CLI::IsMember({"read", "change"}))
      ->capture_default_str();
  added->add_option("--days", options->days, "How long it lasts")->capture_default_str();
  add_action(*command, run, options, "list", "List the tokens of a person", list);
  auto* revoked = add_action(*command, run, options, "revoke", "Revoke a token", revoke);
  revoked->add_option("NUMBER", options->number, "The token's number")->required();
}

}  // namespace kres::app
