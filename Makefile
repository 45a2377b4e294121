# The front door: make demo, make test, make check, make fuzz, make bench, make validate. Each sets up what it needs.
BUILD := build/release
KRES := $(BUILD)/kres

.PHONY: all setup web configure build reference test check fuzz bench validate demo clean
all: build

setup:
	@tools/setup

web: setup
	@[ ! -f web/package.json ] || tools/build-web

configure: setup web
	@mkdir -p build; cmake --preset release > build/configure.log 2>&1 || { cat build/configure.log; exit 1; }

build: configure
	@cmake --build $(BUILD) --target kres

reference: build
	@$(KRES) reference build

test: reference
	@cmake --build $(BUILD)
	@tools/run-tests

check: setup
	@tools/check

fuzz: setup
	@tools/fuzz

bench: reference
	@tools/bench

validate: reference
	@tools/validate

demo: reference
	@tools/demo

clean:
	rm -rf build demo web/dist
