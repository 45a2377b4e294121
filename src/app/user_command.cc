// kres user: the people of the registry.
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <iostream>
#include <memory>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/commands.h"
#include "app/registry_directory.h"
#include "app/report_error.h"
#include "laboratory/record_digest.h"
#include "server/auth/password.h"
#include "workflow/people.h"

namespace kres::app {

namespace {

using laboratory::Person;
using laboratory::Role;

struct Options {
  std::string registry, username, name, laboratory, reach;
  std::vector<std::string> roles;
  bool password_stdin = false, json = false, deactivate = false, activate = false;
};

// Keeps the terminal from showing what is typed.
class SilentTerminal {
 public:
  SilentTerminal() {
    if (::tcgetattr(STDIN_FILENO, &before_) != 0) return;
    auto silent = before_;
    silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    changed_ = ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
  }
  ~SilentTerminal() {
    if (changed_) ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
  }
  SilentTerminal(const SilentTerminal&) = delete;
  SilentTerminal& operator=(const SilentTerminal&) = delete;

 private:
  termios before_{};
  bool changed_ = false;
};

Result<std::string> ask_password(const Options& options) {
  std::string password;
  if (options.password_stdin) {
    std::getline(std::cin, password);
    return password;
  }
  if (::isatty(STDIN_FILENO) == 0)
    return bad_input("there is no terminal to ask for the password", {}, 0, "use --password-stdin");
  std::string again;
  {
    const SilentTerminal silent;
    fmt::print(stderr, "Password: ");
    std::getline(std::cin, password);
    fmt::print(stderr, "\nAgain: ");
    std::getline(std::cin, again);
    fmt::print(stderr, "\n");
  }
  if (password != again) return bad_input("the two passwords differ");
  return password;
}

Result<std::string> new_password_hash(const Options& options) {
  KRES_ASSIGN(const auto password, ask_password(options));
  KRES_TRY(check_new_password(password, options.username));
  return hash_password(password);
}

std::vector<std::string_view> role_names(const Person& person) {
  std::vector<std::string_view> names;
  for (const auto role : person.roles) names.push_back(laboratory::name_of(role));
  return names;
}

Result<std::vector<Role>> roles_of(const Options& options) {
  std::vector<Role> roles;
  for (const auto& name : options.roles) {
    const auto role = laboratory::role_from(name);
    if (!role)
      return bad_input(fmt::format("'{}' is no role", name), {}, 0, laboratory::role_list());
    if (std::find(roles.begin(), roles.end(), *role) == roles.end()) roles.push_back(*role);
  }
  return roles;
}

Result<Person> person_of(const Options& options) {
  Person person{
      .username = options.username,
      .name = options.name,
      .roles = {},
      .laboratory = options.laboratory,
      .reach = laboratory::reach_from(options.reach).value_or(laboratory::Reach::laboratory)};
  KRES_ASSIGN(person.roles, roles_of(options));
  KRES_TRY(check_person(person));
  return person;
}

Result<int> add(const Options& options) {
  KRES_ASSIGN(const auto person, person_of(options));
  KRES_ASSIGN(auto registry, RegistryDirectory::open(registry_path(options.registry)));
  KRES_ASSIGN(const auto hash, new_password_hash(options));
  KRES_TRY(workflow::add_person(registry->services(), person, hash,
                                std::string(laboratory::kSystemUser)));
  if (!options.json) fmt::print("{} can log in\n", options.username);
  return 0;
}

// What is not stated stays as it is.
Result<int> change(const Options& options) {
  KRES_ASSIGN(auto registry, RegistryDirectory::open(registry_path(options.registry)));
  Person stored;
  {
    KRES_ASSIGN(auto work, registry->registry().read());
    KRES_ASSIGN(stored, workflow::person_named(*work, options.username));
  }
  auto person = stored;
  if (!options.name.empty()) person.name = options.name;
  if (!options.roles.empty()) {
    KRES_ASSIGN(person.roles, roles_of(options));
    person.laboratory.clear();
  }
  if (!options.laboratory.empty()) person.laboratory = options.laboratory;
  if (!options.reach.empty()) person.reach = *laboratory::reach_from(options.reach);
  if (options.deactivate) person.active = false;
  if (options.activate) person.active = true;
  KRES_ASSIGN(const auto changed,
              workflow::change_person(registry->services(), person, digest_of(stored),
                                      std::string(laboratory::kSystemUser)));
  if (!options.json)
    fmt::print("{}: {}, {}\n", changed.username, fmt::join(role_names(changed), ","),
               changed.active ? "active" : "inactive");
  return 0;
}

Result<int> change_password(const Options& options) {
  KRES_ASSIGN(auto registry, RegistryDirectory::open(registry_path(options.registry)));
  KRES_ASSIGN(const auto hash, new_password_hash(options));
  KRES_TRY(workflow::change_password(registry->services(), options.username, hash,
                                     std::string(laboratory::kSystemUser)));
  if (!options.json) fmt::print("{} has a new password\n", options.username);
  return 0;
}

Result<int> list(const Options& options) {
  KRES_ASSIGN(auto registry, RegistryDirectory::open(registry_path(options.registry)));
  KRES_ASSIGN(auto work, registry->registry().read());
  KRES_ASSIGN(const auto people, work->people().all());
  auto json = nlohmann::ordered_json::array();
  for (const auto& person : people) {
    if (options.json)
      json.push_back({{"username", person.username},
                      {"name", person.name},
                      {"roles", role_names(person)},
                      {"laboratory", person.laboratory},
                      {"reach", laboratory::name_of(person.reach)},
                      {"active", person.active}});
    else
      fmt::print("{}\t{}\t{}\t{}\t{}\n", person.username, person.name,
                 fmt::join(role_names(person), ","), person.active ? "active" : "inactive",
                 person.laboratory);
  }
  if (options.json) fmt::print("{}\n", json.dump());
  return 0;
}

using Action = Result<int> (*)(const Options&);

CLI::App* add_action(CLI::App& command, Run& run, const std::shared_ptr<Options>& options,
                     const char* name, const char* description, Action action) {
  auto* sub = command.add_subcommand(name, description);
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

void add_laboratory_options(CLI::App& command, Options& options) {
  command.add_option("--laboratory", options.laboratory,
                     "Code of the laboratory of a referring person");
  command
      .add_option(
          "--reach", options.reach,
          "Isolates that a referring person sees: of the laboratory (default) or its region")
      ->check(CLI::IsMember({"laboratory", "region"}));
}

}  // namespace

void add_user_command(CLI::App& program, Run& run) {
  auto options = std::make_shared<Options>();
  auto* command = program.add_subcommand("user", "The people of the registry");
  command->require_subcommand(1);
  command->footer(
      "Example:\n  kres user add kari --name \"Kari Nordmann\" --role bioengineer\n  kres user add "
      "ola --name \"Ola Nordmann\" --role microbiologist --password-stdin < password.txt\n  "
      "kres user add rita --name \"Rita Ravn\" --role referring --laboratory UNN --reach region");
  auto* added = add_action(*command, run, options, "add", "Add a person", add);
  added->add_option("USERNAME", options->username, "Lower-case username")->required();
  added->add_option("--name", options->name, "Name as printed on answers")->required();
  added->add_option("--role", options->roles, laboratory::role_list() + "; may be repeated")
      ->required();
  add_laboratory_options(*added, *options);
  added->add_flag("--password-stdin", options->password_stdin,
                  "Read the password from standard input");
  auto* changed = add_action(*command, run, options, "change",
                             "Change a person; what is not stated stays as it is", change);
  changed->add_option("USERNAME", options->username, "Who")->required();
  changed->add_option("--name", options->name, "Name as printed on answers");
  changed->add_option("--role", options->roles, "The roles from now on; may be repeated");
  add_laboratory_options(*changed, *options);
  auto* off = changed->add_flag("--deactivate", options->deactivate, "May not log in any more");
  changed->add_flag("--activate", options->activate, "May log in again")->excludes(off);
  add_action(*command, run, options, "list", "List the people", list);
  auto* password =
      add_action(*command, run, options, "password", "Give a new password", change_password);
  password->add_option("USERNAME", options->username, "Whose")->required();
  password->add_flag("--password-stdin", options->password_stdin,
                     "Read the password from standard input");
}

}  // namespace kres::app
