// §5 of the article, as simulations on virtual time: figures that it gives as causes are put in, those that follow are
// measured.
#include "claims.h"

QList<Claim> simulations() {
    return {
        {.section = "§5",
         .text = "behind a bridge of two registries 87 services move in six weeks; calls change by at most 3.2 ms, "
                 "none fails",
         .demo = "5a-registry-bridge",
         .profile = "article-1.25",
         .shows = "(simulation) 0 of 522 calls fail with the bridge; without it each call to a service that has moved",
         .released = "the same, on the playground's clock",
         .events = {"^G1 GoBlock reason=SyncWaitGroupWait", "^G1 Output .*week 1: 14 moved, bridge: 0 failed",
                    "^G1 GoBlock reason=Sleep",
                    "^G1 Output .*week 6: 87 moved, bridge: 0 failed, at most 3.2ms off; no bridge: 87 failed"},
         .output = "week 1: 14 moved, bridge: 0 failed, at most 3.2ms off; no bridge: 14 failed\n"
                   "week 2: 29 moved, bridge: 0 failed, at most 3.2ms off; no bridge: 29 failed\n"
                   "week 3: 43 moved, bridge: 0 failed, at most 3.2ms off; no bridge: 43 failed\n"
                   "week 4: 58 moved, bridge: 0 failed, at most 3.2ms off; no bridge: 58 failed\n"
                   "week 5: 72 moved, bridge: 0 failed, at most 3.2ms off; no bridge: 72 failed\n"
                   "week 6: 87 moved, bridge: 0 failed, at most 3.2ms off; no bridge: 87 failed\n"
                   "weeks: 6\n"},
        {.section = "§5",
         .text = "filters that run at once on a reused stream fail 0.8 % of requests; in stages 0.015 %",
         .demo = "5b-filter-order",
         .profile = "article-1.25",
         .shows = "(simulation) late checks find their stream in the next request's hands: 8 of 1000; in stages only "
                  "those beyond the limit: 3 of 20000",
         .released = "the same, on the playground's clock",
         .events = {"^G1 GoCreate .*main.verify", "^G1 Output .*at once +8 of 1000", "^G1 Output .*staged +3 of 20000"},
         .output = "at once  8 of 1000 requests fail: 0.800 %\n"
                   "staged   3 of 20000 requests fail: 0.015 %\n"},
        {.section = "§5",
         .text = "Terraform's provider passes, Argo CD is not yet tested, the OpenTelemetry Collector fails",
         .demo = "5c-tool-chain",
         .profile = "go1.25",
         .shows = "(simulation) one check returns, one leaves by Goexit, one panics; a deferred function tells which",
         .released = "the same, on the playground's clock",
         .events = {"^G2 RecoverCall verdict=NoPanic", "^G3 GoexitBegin", "^G3 RecoverCall verdict=DuringGoexit",
                    "^G4 PanicBegin .*index out of range", "^G4 RecoverCall verdict=Recovered"},
         .output = "Terraform provider 1.18.2 -> 2.0.0  passes\n"
                   "                     (fields of istio_authorization_policy renamed)\n"
                   "Argo CD            2.8.5 -> 2.9.0  not tested\n"
                   "                     (order of Helm chart hooks)\n"
                   "OTel Collector     0.92.0 -> 0.95.0  fails: runtime error: index out of range [6] with length 6\n"
                   "                     (more values of SpanKind in OTLP 1.0.0)\n"},
        {.section = "§5",
         .text = "a pod with slices of 2 GiB serves three requests at a time, 95 % of them within 420 ms",
         .demo = "5d-edge-inference",
         .profile = "article-1.25",
         .shows = "(simulation) P95 402 ms with three; a fourth waits for a slice and lifts it to 598 ms",
         .released = "the same, on the playground's clock",
         .events = {"^G1 Output .*3 at a time: .*P95 402ms", "GoBlock reason=ChanSend",
                    "^G1 Output .*4 at a time: .*P95 598ms"},
         .output = "3 at a time: P50 359ms, P95 402ms, below 420 ms: true\n"
                   "4 at a time: P50 443ms, P95 598ms, below 420 ms: false\n"},
        {.section = "§5",
         .text = "a full push to 5,000 services takes 18.7 s, a push of the differences 2.3 s: 86 % less",
         .demo = "5e-delta-push",
         .profile = "article-1.25",
         .shows = "(simulation) 5000 encoded in 18.7 s against 500 in 2.3 s: 8.1 times faster, 88 % less",
         .released = "the same, on the playground's clock",
         .events = {"^G1 Output .*5000 of 5000 services encoded in 18.7s",
                    "^G1 Output .*500 of 5000 services encoded in 2.3s", "^G1 Output .*8.1 times faster"},
         .output = "full  5000 of 5000 services encoded in 18.7s\n"
                   "delta  500 of 5000 services encoded in 2.3s\n"
                   "8.1 times faster, 88 % less time\n"},
    };
}
