package io.injang.bench;

import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks with JMH's own options, and prints documents per second and ratios of this one run. */
public final class Ratio {
    private Ratio() {}

    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        Options options = new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .jvmArgsAppend("-Dinjang.root=" + System.getProperty("injang.root", "."))
                .build();
        Map<String, Double> rates = new TreeMap<>();
        for (RunResult result : new Runner(options).run()) {
            String name = result.getParams().getBenchmark().replaceAll(".*\\.", "");
            rates.put(result.getParams().getParam("shape") + " " + name, result.getPrimaryResult().getScore());
        }
        rates.forEach((name, rate) -> System.out.printf("%-32s %9.0f documents/s%n", name, rate));
        for (String shape : new String[] {"kakao", "toss"}) {
            ratio(rates, shape + " injangClosed", shape + " bouncyCastle");
            ratio(rates, shape + " injangWithoutCache", shape + " bouncyCastle");
            ratio(rates, shape + " injangWithoutCache", shape + " bouncyCastleSignature");
        }
    }

    private static void ratio(Map<String, Double> rates, String one, String other) {
        if (rates.containsKey(one) && rates.containsKey(other)) {
            System.out.printf("%s / %s = %.2f%n", one, other, rates.get(one) / rates.get(other));
        }
    }
}
