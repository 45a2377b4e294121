// Notices of answers, taken by a real mail server: who gets one, what it says, and what happens
// while the server is away.
#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <thread>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "mail/smtp_mailer.h"
#include "tests/scenario/laboratory/test_laboratory.h"
#include "tests/support/run_program.h"
#include "workflow/answer_notices.h"

extern char** environ;

namespace kres::testing {
namespace {

sockaddr_in local(int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

int free_port() {
  const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
  auto address = local(0);
  ::bind(handle, reinterpret_cast<sockaddr*>(&address), sizeof address);
  socklen_t size = sizeof address;
  ::getsockname(handle, reinterpret_cast<sockaddr*>(&address), &size);
  ::close(handle);
  return ntohs(address.sin_port);
}

bool answers(int port) {
  const int handle = ::socket(AF_INET, SOCK_STREAM, 0);
  const auto address = local(port);
  const bool connected =
      ::connect(handle, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  ::close(handle);
  return connected;
}

// Debian's aiosmtpd, which files what it takes in a maildir.
class MailServer {
 public:
  MailServer(int port, const Path& maildir) : maildir_(maildir) {
    const auto listen = fmt::format("127.0.0.1:{}", port);
    const std::string box = maildir.string();
    const std::vector<const char*> words{
        "/usr/bin/python3",          "-m",        "aiosmtpd", "-n", "-l", listen.c_str(), "-c",
        "aiosmtpd.handlers.Mailbox", box.c_str(), nullptr};
    EXPECT_EQ(::posix_spawn(&process_, words[0], nullptr, nullptr,
                            const_cast<char* const*>(words.data()), environ),
              0);
    for (int tries = 0; tries < 200 && !answers(port); ++tries)
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  ~MailServer() {
    ::kill(process_, SIGTERM);
    ::waitpid(process_, nullptr, 0);
  }
  std::vector<std::string> mails() const {
    std::vector<std::string> all;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(maildir_ / "new", none))
      all.push_back(*read_file(entry.path()));
    return all;
  }

 private:
  Path maildir_;
  pid_t process_ = 0;
};

// The mail as its reader sees it: head and text, whose base64 stands in lines after the empty one.
std::string readable(const std::string& mail) {
  const auto empty_line = mail.find("\n\n");
  std::string text = mail.substr(0, empty_line) + "\n\n";
  std::uint32_t bits = 0;
  int held = 0;
  for (const char c : mail.substr(empty_line)) {
    const std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const auto value = digits.find(c);
    if (value == std::string_view::npos) continue;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    held += 6;
    if (held < 8) continue;
    held -= 8;
    text += static_cast<char>(bits >> held & 0xFF);
  }
  return text;
}

class Notices : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fresh_directory(std::string("notices_") +
                              ::testing::UnitTest::GetInstance()->current_test_info()->name());
    lab_ = std::make_unique<TestLaboratory>(folder_ / "registry");
    lab_->employ();
    write_referrals(folder_ / "in", "L", 1);
    accession_ = lab_->import(folder_ / "in")->front().accession;
    ASSERT_TRUE(workflow::run_pending_jobs(lab_->services(), lab_->examiner()));
    mailer_.emplace(*mail::SmtpMailer::create(
        {.url = fmt::format("smtp://127.0.0.1:{}", port_), .from = "kres@lab.example"},
        lab_->clock));
  }
  void TearDown() override {
    lab_.reset();
    std::filesystem::remove_all(folder_);
  }
  void sign(const std::string& reason = "", bool preliminary = false) {
    auto answer = workflow::draft_answer(lab_->desk(), accession_,
                                         {Language::nb, reason, preliminary}, lab_->person("kari"));
    ASSERT_TRUE(answer) << answer.error().text();
    answer = workflow::validate_answer(lab_->desk(), answer->id, "", lab_->person("kari"));
    answer = workflow::approve_answer(lab_->desk(), answer->id, "", lab_->person("ola"));
    ASSERT_TRUE(answer) << answer.error().text();
  }
  workflow::NoticeRound send() {
    const auto round = workflow::send_answer_notices(
        {lab_->services(), *mailer_, "https://kres.example", {{"UNN", {"mikro@unn.example"}}}});
    EXPECT_TRUE(round) << round.error().text();
    return *round;
  }

  Path folder_;
  std::unique_ptr<TestLaboratory> lab_;
  std::string accession_;
  const int port_ = free_port();
  std::optional<mail::SmtpMailer> mailer_;
};

TEST_F(Notices, SayWhatKindOfAnswerIsReady) {
  const MailServer server(port_, folder_ / "box");
  sign("", true);
  EXPECT_EQ(send().sent, 1);
  sign();
  EXPECT_EQ(send().sent, 1);
  std::string all;
  for (const auto& mail : server.mails()) all += readable(mail);
  EXPECT_NE(all.find("A preliminary answer to " + accession_), std::string::npos) << all;
  EXPECT_NE(all.find("The answer to " + accession_), std::string::npos) << all;
  EXPECT_EQ(all.find("amended"), std::string::npos);
}

TEST_F(Notices, AreSentOnceForEverySignedVersionAndForNothingElse) {
  const MailServer server(port_, folder_ / "box");
  EXPECT_EQ(send().sent, 0) << "nothing is signed";
  sign();
  EXPECT_EQ(send().sent, 1);
  EXPECT_EQ(send().sent, 0) << "told once";
  sign("skrivefeil");
  EXPECT_EQ(send().sent, 1) << "an amended answer goes to whoever got the first";
  const auto verified = lab_->verify();
  EXPECT_TRUE(verified) << verified.error().text();
  const auto mails = server.mails();
  ASSERT_EQ(mails.size(), 2U);
  for (const auto& mail : mails) {
    EXPECT_NE(mail.find("To: <mikro@unn.example>"), std::string::npos) << mail;
    EXPECT_NE(mail.find("X-MailFrom: kres@lab.example"), std::string::npos) << mail;
    const auto text = readable(mail);
    EXPECT_NE(text.find("Log in to read it: https://kres.example"), std::string::npos) << text;
    EXPECT_EQ(text.find("L-1"), std::string::npos) << "the sender's number is not told";
  }
}

TEST_F(Notices, WhileTheMailServerIsAwayNothingIsLost) {
  sign();
  const auto failed = send();
  EXPECT_EQ(failed.failed, 1);
  EXPECT_EQ(failed.sent, 0);
  const MailServer server(port_, folder_ / "box");
  EXPECT_EQ(send().sent, 1);
  EXPECT_EQ(server.mails().size(), 1U);
}

}  // namespace
}  // namespace kres::testing
