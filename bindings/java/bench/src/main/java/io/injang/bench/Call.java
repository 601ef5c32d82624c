package io.injang.bench;

import io.injang.Injang;
import io.injang.Policy;
import io.injang.Report;
import io.injang.Request;
import io.injang.Revocation;
import io.injang.Verdict;
import io.injang.VerificationException;
import io.injang.Verified;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.time.Instant;

/**
 * What a call with verdict and serial number takes, as {@code benches/abi/call.c} measures it in C:
 * {@code Call CA DOCUMENT TIME TIMES TURNS} prints nanoseconds of a call, the least of all turns.
 */
public final class Call {
    private Call() {}

    public static void main(String[] arguments) throws IOException, VerificationException {
        byte[] authority = Files.readAllBytes(Paths.get(arguments[0]));
        byte[] document = Files.readAllBytes(Paths.get(arguments[1]));
        int times = Integer.parseInt(arguments[3]);
        int turns = Integer.parseInt(arguments[4]);
        long least = Long.MAX_VALUE;
        try (Policy policy = Policy.builder(Revocation.NONE).trust(authority).build();
                Request request = Request.at(Instant.parse(arguments[2])).build()) {
            for (int turn = 0; turn < turns; turn++) {
                long start = System.nanoTime();
                for (int count = 0; count < times; count++) {
                    Verified verified = Injang.verify(policy, document, request);
                    try (Report report = verified.getReport()) {
                        boolean hasSerial = verified.getSigner().getSerial().isPresent();
                        if (report.getVerdict() != Verdict.TOTAL_PASSED || !hasSerial) {
                            throw new IllegalStateException("the document is not good");
                        }
                    }
                }
                least = Math.min(least, System.nanoTime() - start);
            }
        }
        System.out.println(least / times);
    }
}
