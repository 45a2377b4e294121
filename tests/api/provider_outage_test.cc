// A provider of log-ins that takes connections and never answers: everything else goes on.
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "tests/api/api_fixture.h"

using namespace kres;
using kres::testing::Answer;
using kres::testing::ApiFixture;
using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

namespace {

constexpr int kAsking = 40;

// The kernel takes the connections; nobody reads what comes.
class MuteSocket {
 public:
  MuteSocket() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    EXPECT_EQ(::bind(socket_, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::listen(socket_, 200), 0);
    EXPECT_EQ(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size), 0);
    port_ = ntohs(address.sin_port);
  }
  ~MuteSocket() { ::close(socket_); }
  MuteSocket(const MuteSocket&) = delete;
  MuteSocket& operator=(const MuteSocket&) = delete;

  std::string address() const { return "http://127.0.0.1:" + std::to_string(port_); }

 private:
  int socket_;
  std::uint16_t port_ = 0;
};

class ProviderOutage : public ApiFixture {
 protected:
  void SetUp() override {
    provider_ = std::make_unique<oidc::Provider>(
        oidc::ProviderSettings{.name = "Sykehuset",
                               .issuer = mute_.address(),
                               .client_id = "kres",
                               .client_secret = "secret",
                               .redirect = "http://127.0.0.1/api/v1/session/callback"},
        registry_.clock);
    ApiFixture::SetUp();
  }

  std::vector<std::thread> ask_the_provider(std::vector<Answer>& answers) const {
    std::vector<std::thread> threads;
    for (auto& answer : answers)
      threads.emplace_back([this, &answer] {
        auto browser = client();
        answer = browser.send("POST", "/api/v1/session/provider");
      });
    return threads;
  }

  std::chrono::milliseconds time_of(const std::string& path, int expected) const {
    const auto begun = Clock::now();
    auto browser = client();
    EXPECT_EQ(browser.get(path).status, expected) << path;
    return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begun);
  }

  MuteSocket mute_;
};

}  // namespace

TEST_F(ProviderOutage, EveryOtherPageAnswersWhileTheProviderHangs) {
  std::vector<Answer> answers(kAsking);
  auto threads = ask_the_provider(answers);
  std::this_thread::sleep_for(200ms);
  EXPECT_LT(time_of("/healthz", 200), 1500ms);
  EXPECT_LT(time_of("/", 200), 1500ms);
  EXPECT_LT(time_of("/api/v1/isolates", 401), 1500ms);
  for (auto& thread : threads) thread.join();
  for (const auto& answer : answers) {
    EXPECT_EQ(answer.status, 503) << answer.body;
    EXPECT_EQ(answer.key(), "error.provider");
    EXPECT_FALSE(answer.header("retry-after").empty());
  }
}

TEST_F(ProviderOutage, IsRememberedForSomeSeconds) {
  auto browser = client();
  EXPECT_EQ(browser.send("POST", "/api/v1/session/provider").status, 503);
  const auto begun = Clock::now();
  EXPECT_EQ(browser.send("POST", "/api/v1/session/provider").status, 503);
  EXPECT_LT(Clock::now() - begun, 500ms) << "the provider was asked again";
  registry_.clock.advance(1min);
  const auto later = Clock::now();
  EXPECT_EQ(browser.send("POST", "/api/v1/session/provider").status, 503);
  EXPECT_GT(Clock::now() - later, 500ms) << "the provider was not asked again";
}
