package io.policyc.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.simulator.Truth;
import io.policyc.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The cases follow https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html and the pages
 * on arrays and null values beside it; what they leave open cannot be told.
 */
final class EventPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'a': ['x']}                                           | {'a': 'x'}                       | TRUE",
                "{'a': ['x']}                                           | {'a': 'X'}                       | FALSE",
                "{'a': ['x', 'y']}                                      | {'a': 'y', 'b': 1}               | TRUE",
                "{'a': ['x'], 'b': ['y']}                               | {'a': 'x'}                       | FALSE",
                "{'a': {'b': ['x']}}                                    | {'b': 'x'}                       | FALSE",
                "{'a': ['']}                                            | {'a': ''}                        | TRUE",
                "{'a': ['']}                                            | {'a': null}                      | FALSE",
                "{'a': [null]}                                          | {'a': null}                      | TRUE",
                "{'a': [null]}                                          | {}                               | FALSE",
                "{'a': [true]}                                          | {'a': true}                      | TRUE",
                "{'a': [true]}                                          | {'a': 'true'}                    | FALSE",
                "{'a': [300]}                                           | {'a': 300}                       | TRUE",
                "{'a': [300]}                                           | {'a': '300'}                     | FALSE",
                "{'a': [300]}                                           | {'a': 3.0e2}                     | UNKNOWN",
                "{'a': [300]}                                           | {'a': 301}                       | FALSE",
                "{'a': [300]}                                           | {'a': 1e99999999999}             | UNKNOWN",
                "{'a': ['192.0.2.1']}                                   | {'a': '192.0.2.1'}               | TRUE",
                "{'a': ['::1']}                                         | {'a': '0:0:0:0:0:0:0:1'}         | UNKNOWN",
                "{'a': [{'prefix': 'us-'}]}                             | {'a': 'us-east-1'}               | TRUE",
                "{'a': [{'prefix': 'us-'}]}                             | {'a': 'US-east-1'}               | FALSE",
                "{'a': [{'prefix': '1'}]}                               | {'a': 12}                        | FALSE",
                "{'a': [{'prefix': {'equals-ignore-case': 'EventB'}}]}  | {'a': 'eventbridge'}             | TRUE",
                "{'a': [{'prefix': {'equals-ignore-case': 'EventB'}}]}  | {'a': 'event'}                   | FALSE",
                "{'a': [{'suffix': '.png'}]}                            | {'a': 'a.png'}                   | TRUE",
                "{'a': [{'suffix': '.png'}]}                            | {'a': 'png'}                     | FALSE",
                "{'a': [{'suffix': {'equals-ignore-case': '.PNG'}}]}    | {'a': 'a.png'}                   | TRUE",
                "{'a': [{'equals-ignore-case': 'Alice'}]}               | {'a': 'aLICE'}                   | TRUE",
                "{'a': [{'equals-ignore-case': 'Alice'}]}               | {'a': 'alice '}                  | FALSE",
                "{'a': [{'equals-ignore-case': 'k'}]}                   | {'a': '\u212a'}                  | UNKNOWN",
                "{'a': [{'wildcard': 'dir/*.png'}]}                     | {'a': 'dir/x/y.png'}             | TRUE",
                "{'a': [{'wildcard': 'dir/*.png'}]}                     | {'a': 'dir.png'}                 | FALSE",
                "{'a': [{'wildcard': 'x?'}]}                            | {'a': 'xy'}                      | FALSE",
                "{'a': [{'wildcard': 'x\\\\*'}]}                        | {'a': 'xy'}                      | FALSE",
                "{'a': [{'wildcard': 'x\\\\*'}]}                        | {'a': 'x*'}                      | TRUE",
                "{'a': [{'anything-but': 'x'}]}                         | {'a': 'y'}                       | TRUE",
                "{'a': [{'anything-but': 'x'}]}                         | {'a': 'x'}                       | FALSE",
                "{'a': [{'anything-but': 'x'}]}                         | {}                               | FALSE",
                "{'a': [{'anything-but': ['x', 'y']}]}                  | {'a': 'y'}                       | FALSE",
                "{'a': [{'anything-but': [100, 200]}]}                  | {'a': 300}                       | TRUE",
                "{'a': [{'anything-but': [100, 200]}]}                  | {'a': 200.0}                     | UNKNOWN",
                "{'a': [{'anything-but': {'prefix': 'init'}}]}          | {'a': 'initializing'}            | FALSE",
                "{'a': [{'anything-but': {'suffix': ['.txt', '.rtf']}}]} | {'a': 'a.rtf'}                  | FALSE",
                "{'a': [{'anything-but': {'suffix': ['.txt', '.rtf']}}]} | {'a': 'a.png'}                  | TRUE",
                "{'a': [{'anything-but': {'wildcard': '*/lib/*'}}]}     | {'a': '/usr/lib/x'}              | FALSE",
                "{'a': [{'anything-but': {'equals-ignore-case': 'X'}}]} | {'a': 'x'}                       | FALSE",
                "{'a': [{'numeric': ['>', 0, '<=', 5]}]}                | {'a': 5}                         | TRUE",
                "{'a': [{'numeric': ['>', 0, '<=', 5]}]}                | {'a': 0}                         | FALSE",
                "{'a': [{'numeric': ['=', 301.8]}]}                     | {'a': 3.018e2}                   | TRUE",
                "{'a': [{'numeric': ['<', 10]}]}                        | {'a': '5'}                       | FALSE",
                "{'a': [{'numeric': ['>=', 10]}]}                       | {'a': 10}                        | TRUE",
                "{'a': [{'numeric': ['<', 10]}]}                        | {'a': -6000000000}               | UNKNOWN",
                "{'a': [{'numeric': ['<', 10]}]}                        | {'a': 0.0000001}                 | UNKNOWN",
                "{'a': [{'cidr': '10.0.0.0/24'}]}                       | {'a': '10.0.0.255'}              | TRUE",
                "{'a': [{'cidr': '10.0.0.0/24'}]}                       | {'a': '10.0.1.0'}                | FALSE",
                "{'a': [{'cidr': '10.0.0.0/24'}]}                       | {'a': 'AWS Internal'}            | FALSE",
                "{'a': [{'cidr': '2001:db8::/32'}]}                     | {'a': '2001:db8::1'}             | TRUE",
                "{'a': [{'cidr': '0.0.0.0/0'}]}                         | {'a': '2001:db8::1'}             | FALSE",
                "{'a': [{'exists': true}]}                              | {'a': null}                      | TRUE",
                "{'a': [{'exists': true}]}                              | {'a': {'b': 1}}                  | FALSE",
                "{'a': [{'exists': true}]}                              | {'a': []}                        | FALSE",
                "{'a': [{'exists': false}]}                             | {'a': {'b': 1}}                  | TRUE",
                "{'a': [{'exists': false}]}                             | {'a': 'x'}                       | FALSE",
                "{'a': [{'exists': false}, 'x']}                        | {'a': 'x'}                       | TRUE",
                "{'a': {'b': [{'exists': false}]}}                      | {'a': null}                      | TRUE",
                "{'a': {'b': [{'exists': false}]}}                      | {}                               | TRUE",
                "{'a': ['x', 'y']}                                      | {'a': ['y', 'z']}                | TRUE",
                "{'a': ['x', 'y']}                                      | {'a': ['z']}                     | FALSE",
                "{'a': [{'anything-but': 'x'}]}                         | {'a': ['x', 'y']}                | TRUE",
                "{'e': {'f': ['Anna']}}                                 | {'e': [{'f': 'John'}, {'f': 'Anna'}]} | TRUE",
                "{'e': {'f': ['Anna'], 'l': ['Jones']}}                 | {'e': [{'f': 'Anna', 'l': 'Smith'}, {'f': 'P', 'l': 'Jones'}]} | FALSE",
                "{'e': {'f': ['Anna'], 'l': ['Smith']}}                 | {'e': [[{'f': 'J'}], [{'f': 'Anna', 'l': 'Smith'}]]} | TRUE",
                "{'e': {'f': ['Anna'], 'l': [{'exists': false}]}}       | {'e': [{'f': 'Anna'}, {'f': 'P', 'l': 'Jones'}]} | UNKNOWN",
                "{'e': {'f': ['Anna'], 'l': [{'exists': false}]}}       | {'e': [{'f': 'Anna'}, {'f': 'P'}]} | TRUE",
                "{'$or': [{'a': ['x']}, {'b': ['y']}]}                  | {'b': 'y'}                       | TRUE",
                "{'c': ['z'], '$or': [{'a': ['x']}, {'b': ['y']}]}      | {'b': 'y'}                       | FALSE",
                "{'d': {'$or': [{'a': ['x']}, {'b': ['y']}]}}           | {'d': {'a': 'x'}}                | TRUE",
                "{'d': {'$or': [{'a': ['x']}, {'b': ['y'], 'c': ['z']}]}} | {'d': {'b': 'y'}}              | FALSE",
                "{'a': {'b': ['x']}}                                    | {'a.b': 'x'}                     | UNKNOWN",
                "{'a': {'b': ['x']}}                                    | {'a.c': 'x'}                     | FALSE",
            })
    void matches(String pattern, String event, Truth expected) {
        EventPattern read = EventPattern.read(source(pattern)).orThrow();
        assertThat(read.matches(AlertEvents.json(event.replace('\'', '"')))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "['x']                                                     | a pattern is an object, not a list",
                "{}                                                        | an empty object in a pattern asks for nothing; AWS refuses it",
                "{'a': {}}                                                 | an empty object in a pattern asks for nothing; AWS refuses it",
                "{'a': 'x'}                                                | `a` must be a list of values or an object, not a string",
                "{'a': []}                                                 | an empty list in a pattern matches nothing; AWS refuses it",
                "{'a': [['x']]}  | a value of a pattern is text, a number, true, false, null, or an object with one operator",
                "{'a': [{'prefix': 'x', 'suffix': 'y'}]}  | a value of a pattern is text, a number, true, false, null, or an object with one operator",
                "{'a': [{'prefx': 'x'}]}                                   | unknown operator `prefx`",
                "{'a': [{'exactly': 'x'}]}                                 | unknown operator `exactly`",
                "{'a': [{'prefix': 3}]}                                    | `prefix` takes text, not a number",
                "{'a': [{'prefix': ['x']}]}                                | `prefix` takes text, not a list",
                "{'a': [{'prefix': {'wildcard': 'x'}}]}                    | unknown operator `wildcard`",
                "{'a': [{'equals-ignore-case': ['x']}]}                    | `equals-ignore-case` takes text, not a list",
                "{'a': [{'wildcard': 'x**y'}]}                             | in `wildcard` no `*` follows another",
                "{'a': [{'wildcard': 'x\\\\'}]}                            | in `wildcard` a backslash stands before `*` or another backslash",
                "{'a': [{'anything-but': ['x', 1]}]}                       | `anything-but` takes texts or numbers, not both",
                "{'a': [{'anything-but': []}]}                             | `anything-but` with an empty list excludes nothing",
                "{'a': [{'anything-but': null}]}                           | `anything-but` takes texts, numbers or one operator, not null",
                "{'a': [{'anything-but': {'prefix': ''}}]}                 | an empty `prefix` would exclude every text",
                "{'a': [{'anything-but': {'cidr': '10.0.0.0/8'}}]}         | unknown operator `cidr`",
                "{'a': [{'exists': 'true'}]}                               | `exists` takes true or false",
                "{'a': [{'cidr': '10.0.0.0'}]}                             | `cidr` takes a network such as 10.0.0.0/24",
                "{'a': [{'cidr': '10.0.0.0/33'}]}                          | `cidr` takes a network such as 10.0.0.0/24",
                "{'a': [{'numeric': ['<', 10, '>', 5]}]}  | `numeric` takes one comparison or two, such as [\"<\", 10] or [\">\", 0, \"<=\", 5]",
                "{'a': [{'numeric': ['>', 5, '<', 5]}]}                    | the lower bound of `numeric` is not below the upper one",
                "{'a': [{'numeric': ['=', 6e9]}]}                          | `numeric` takes numbers from -5.0e9 to 5.0e9 with at most six digits after the point",
                "{'$or': [{'a': ['x']}]}                                   | `$or` takes a list of at least two patterns",
                "{'$or': {'a': ['x']}}                                     | `$or` takes a list of at least two patterns",
                "{'$or': [{'prefix': ['x']}, {'a': ['x']}]}                | `prefix` is an operator, and within `$or` no name of a field",
                "{'a': ['x'], '$or': [{'a': ['y']}, {'b': ['y']}]}         | `a` is asked for twice in one combination of `$or`",
                "{'a.b': ['x']}  | AWS does not say whether the name `a.b` is one field or a path",
            })
    void saysWhatIsWrong(String pattern, String message) {
        Checked<EventPattern> read = EventPattern.read(source(pattern));
        assertThat(read.hasErrors()).isTrue();
        assertThat(read.findings()).extracting(Finding::message).containsExactly(message);
    }

    @Test
    void oneRunFindsAllMistakes() {
        Checked<EventPattern> read =
                EventPattern.read(source("{'a': [{'prefx': 'x'}, {'exists': 1}], 'b': 'x', 'c': []}"));
        assertThat(read.errors()).hasSize(4);
    }

    @Test
    void aLargePatternIsAWarningAndAHugeOneAnError() {
        String most = "{'a': ['" + "x".repeat(2_048 - "{'a':['']}".length()) + "']}";
        assertThat(EventPattern.read(source(most)).findings()).isEmpty();
        Checked<EventPattern> larger = EventPattern.read(source(most.replace("['", "['x")));
        assertThat(larger.hasErrors()).isFalse();
        assertThat(larger.findings()).extracting(Finding::id).containsExactly(AlertFindings.LARGE_PATTERN);
        assertThat(EventPattern.read(source("{'a': ['" + "x".repeat(70_000) + "']}"))
                        .hasErrors())
                .isTrue();
    }

    @Test
    void combinationsAreBounded() {
        String either = "{'$or': [{'x1': ['a']}, {'x2': ['b']}]}";
        StringBuilder fields = new StringBuilder("{");
        for (int i = 0; i < 30; i++) {
            fields.append(i == 0 ? "" : ",").append("'f").append(i).append("':").append(either);
        }
        Checked<EventPattern> read = EventPattern.read(source(fields + "}"));
        assertThat(read.errors()).extracting(Finding::message).allMatch(text -> text.contains("1000 combinations"));
    }

    private static SourceText source(String pattern) {
        return SourceText.of("pattern.json", pattern.replace('\'', '"'));
    }
}
