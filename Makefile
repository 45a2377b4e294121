# The front door: make demo, make test, make check, make fuzz, make bench. Each sets up what it needs.
BUILD := build/release
KRES := $(BUILD)/kres

.PHONY: all setup web build reference test check fuzz bench demo clean
all: build

setup:
	@tools/setup

web: setup
	@[ ! -f web/package.json ] || tools/build-web

build: setup web
	@mkdir -p build; cmake --preset release > build/configure.log 2>&1 || { cat build/configure.log; exit 1; }
	@cmake --build $(BUILD)

reference: build
	@$(KRES) reference build

test: build reference
	@tools/run-tests

check: setup
	@tools/check

fuzz: setup
	@tools/fuzz

bench: build reference
	@tools/bench

demo: build reference
	@tools/demo

clean:
	rm -rf build demo web/dist
