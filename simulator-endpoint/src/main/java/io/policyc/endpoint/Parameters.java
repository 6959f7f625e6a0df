package io.policyc.endpoint;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Printable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The parameters of a call by the names that the Query API gives them: {@code Name}, {@code List.member.1},
 * {@code List.member.1.Field}. Those that nobody asked for are refused, for the answer would not be about them.
 */
final class Parameters {
    private static final String MEMBER = "member";

    /** More digits than any list needs; fits an int. */
    private static final int MOST_DIGITS = 7;

    private static final int LONGEST_NAME = 200;

    private final String path;
    private final Map<String, Parameters> children = new TreeMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private Optional<String> text = Optional.empty();

    private Parameters(String path) {
        this.path = path;
    }

    static Parameters of(Map<String, String> values) {
        Parameters root = new Parameters("");
        values.forEach((name, value) -> {
            Parameters at = root;
            if (name.length() > LONGEST_NAME) {
                throw ApiError.malformed("no parameter has the name " + Printable.quoted(name));
            }
            for (String part : name.split("\\.", -1)) {
                String path = at.path.isEmpty() ? part : at.path + "." + part;
                at = at.children.computeIfAbsent(part, key -> new Parameters(path));
            }
            at.text = Optional.of(value);
        });
        return root;
    }

    /** A parameter that is one text. */
    Optional<String> text(String name) {
        asked.add(name);
        Parameters child = children.get(name);
        if (child == null) {
            return Optional.empty();
        }
        if (!child.children.isEmpty()) {
            throw ApiError.malformed("the parameter " + Printable.quoted(name) + " is a text");
        }
        return child.text;
    }

    /** A list of texts; empty if it is not there. A list that is there without members has its name with an empty value. */
    Optional<ImmutableList<String>> texts(String name) {
        return list(name)
                .map(members -> members.stream()
                        .map(member -> {
                            if (!member.children.isEmpty()) {
                                throw ApiError.malformed(
                                        "the parameter " + Printable.quoted(member.path) + " is a text");
                            }
                            return member.text.orElse("");
                        })
                        .collect(ImmutableList.toImmutableList()));
    }

    /** A list of structures; empty if it is not there. */
    Optional<ImmutableList<Parameters>> list(String name) {
        asked.add(name);
        Parameters list = children.get(name);
        if (list == null) {
            return Optional.empty();
        }
        Map<Integer, Parameters> members = new TreeMap<>();
        Parameters numbered = list.children.get(MEMBER);
        boolean empty =
                list.children.isEmpty() && list.text.filter(String::isEmpty).isPresent();
        if (numbered == null
                ? !empty
                : list.children.size() > 1 || list.text.isPresent() || numbered.text.isPresent()) {
            throw notAList(list);
        }
        if (numbered != null) {
            numbered.children.forEach((number, member) -> {
                if (members.put(index(number, list), member) != null) {
                    throw notAList(list);
                }
            });
        }
        return Optional.of(ImmutableList.copyOf(members.values()));
    }

    private static int index(String number, Parameters list) {
        boolean digits = number.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || number.isEmpty() || number.length() > MOST_DIGITS || Integer.parseInt(number) == 0) {
            throw notAList(list);
        }
        return Integer.parseInt(number);
    }

    private static ApiError notAList(Parameters list) {
        return ApiError.malformed(
                "the parameter " + Printable.quoted(list.path) + " is a list, with `.member.1`, `.member.2` and so on");
    }

    /** Whether nothing is in it. */
    boolean isEmpty() {
        return children.isEmpty();
    }

    /** Refuses what was not asked for. */
    void refuseOthers() {
        List<String> others = new ArrayList<>();
        for (Map.Entry<String, Parameters> child : children.entrySet()) {
            if (!asked.contains(child.getKey()) && others.size() < 5) {
                others.add(Printable.quoted(child.getValue().path));
            }
        }
        if (!others.isEmpty()) {
            throw ApiError.invalidInput("this endpoint has no parameter " + String.join(", ", others)
                    + "; an answer that ignores it would be another one");
        }
    }
}
