# The everyday commands. Each is one or two lines on top of ./hw and tools/; nothing lives only here.
.PHONY: help run test gen bench bench-machine bench-sim bench-numbers synth nightly clean
.SILENT:
.DEFAULT_GOAL := help

# Builds that hw starts (Verilator's makefiles) must not inherit our flags or variables.
unexport MAKEFLAGS MFLAGS MAKEOVERRIDES
# As typed: a $ in a prompt is no make variable, and quotes are the shell's business no more than ours.
export override PROMPT := $(value PROMPT)

help: ## Print this list
	sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | while IFS='	' read -r name what; do printf '  make %-13s  %s\n' "$$name" "$$what"; done

run: ## Run a transformer on the simulated chip; PROMPT="..." sets what it continues
	tools/bootstrap run
	./hw demo $${PROMPT:+--prompt "$$PROMPT"}

test: ## Build everything and run all tests
	tools/bootstrap test
	tools/test

gen: ## Regenerate rtl/ and the manuals from the definitions
	./hw gen

bench: ## Measure the figures of the README again
	./hw bench

bench-machine: ## Run the machine's table on the simulated chip: utilization, goals, what limits; a quarter of an hour
	./hw bench --only machine

synth: ## Every block of the chip in osu018 gates: area, slack at 150 MHz, longest way; writes docs/synth.md
	tools/bootstrap test
	./hw synth

bench-sim: ## Race the built-in simulator against Verilator; writes docs/simulators.md
	tools/bootstrap test
	./hw bench --only sim

bench-numbers: ## Try exp2, rcp and rsqrt on all 2^32 inputs; minutes
	./hw numbers check exp2 rcp rsqrt --exhaustive --record

nightly: ## What takes too long for every commit: all 2^32 inputs of 18 functions, 2,000 random modules in every tool, 10,000 graphs in every simulator, minutes of noise for the assembler
	./hw numbers check --all --exhaustive --record
	HW_RANDOM_MODULES=2000 tools/test Hw.Hdl
	./hw sim check --random 10000 --modules
	HW_FUZZ_SECONDS=60 tools/test Hw.Isa.Tests

clean: ## Remove everything built or generated outside git
	rm -rf out .hw TestResults
	find src isa tests -type d \( -name bin -o -name obj \) -prune -exec rm -rf {} +
