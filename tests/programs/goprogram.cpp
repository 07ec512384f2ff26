// goprogram SEED: prints the generated Go program of that seed.
#include "support/goprogram.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: goprogram SEED\n", stderr);
        return 2;
    }
    std::fputs(unwind::test::goProgram(std::strtoull(argv[1], nullptr, 10)).c_str(), stdout);
    return 0;
}
