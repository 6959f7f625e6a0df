package io.policyc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Checked;
import io.policyc.intent.IntentArbitraries;
import io.policyc.intent.IntentContext;
import io.policyc.intent.IntentReader;
import io.policyc.node.ArrayNode;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.node.YamlNodes;
import io.policyc.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** An intent means the same whether its values are written out or named. */
class ValuesLawTest {
    /** What is named on the way through an intent: values, or groups of principals. */
    private static final class Naming {
        private final List<ObjectNode.Member> named = new ArrayList<>();
        private final Random random;

        private Naming(long seed) {
            this.random = new Random(seed);
        }

        private String name(Node value, ObjectNode.Member at) {
            String name = "v" + named.size();
            named.add(new ObjectNode.Member(name, at.keySpan(), value));
            return name;
        }

        private ObjectNode.Member withValues(ObjectNode.Member member) {
            boolean untouched = member.key().equals("policy") || member.key().equals("sid");
            return untouched
                    ? member
                    : new ObjectNode.Member(member.key(), member.keySpan(), withValues(member.value(), member));
        }

        private Node withValues(Node node, ObjectNode.Member at) {
            if (node instanceof ScalarNode scalar) {
                return scalar(scalar, at);
            }
            if (node instanceof ObjectNode object) {
                return new ObjectNode(
                        object.members().stream().map(this::withValues).collect(ImmutableList.toImmutableList()),
                        object.span());
            }
            ArrayNode array = (ArrayNode) node;
            boolean plain = array.elements().stream().allMatch(ScalarNode.class::isInstance);
            if (plain && array.elements().size() > 1 && random.nextInt(3) == 0) {
                return spliced(array, at);
            }
            return new ArrayNode(
                    array.elements().stream()
                            .map(element -> withValues(element, at))
                            .collect(ImmutableList.toImmutableList()),
                    array.span());
        }

        /** The first element, and the others under one name. */
        private Node spliced(ArrayNode array, ObjectNode.Member at) {
            ImmutableList<Node> rest =
                    array.elements().subList(1, array.elements().size());
            Node use = use(
                    "((" + name(new ArrayNode(rest, array.span()), at) + "))",
                    array.elements().get(1));
            return new ArrayNode(ImmutableList.of(array.elements().get(0), use), array.span());
        }

        private Node scalar(ScalarNode scalar, ObjectNode.Member at) {
            String text = scalar.text();
            return switch (random.nextInt(3)) {
                case 0 -> scalar;
                case 1 -> use("((" + name(scalar, at) + "))", scalar);
                default -> {
                    int from = random.nextInt(text.length() + 1);
                    int to = from + random.nextInt(text.length() - from + 1);
                    String part = text.substring(from, to);
                    String name = name(new ScalarNode(ScalarNode.Type.STRING, part, scalar.span()), at);
                    yield use(text.substring(0, from) + "((" + name + "))" + text.substring(to), scalar);
                }
            };
        }

        private ObjectNode.Member withGroups(ObjectNode.Member member) {
            if (member.key().equals("principal")) {
                String name = name(member.value(), member);
                return new ObjectNode.Member("group", member.keySpan(), use(name, member.value()));
            }
            return new ObjectNode.Member(member.key(), member.keySpan(), withGroups(member.value()));
        }

        private Node withGroups(Node node) {
            if (node instanceof ObjectNode object) {
                return new ObjectNode(
                        object.members().stream().map(this::withGroups).collect(ImmutableList.toImmutableList()),
                        object.span());
            }
            return node instanceof ArrayNode array
                    ? new ArrayNode(
                            array.elements().stream().map(this::withGroups).collect(ImmutableList.toImmutableList()),
                            array.span())
                    : node;
        }

        private static ScalarNode use(String text, Node place) {
            return new ScalarNode(ScalarNode.Type.STRING, text, place.span());
        }

        private ObjectNode asRepository(String key, ObjectNode intent) {
            ObjectNode map = new ObjectNode(ImmutableList.copyOf(named), intent.span());
            return new ObjectNode(ImmutableList.of(new ObjectNode.Member(key, intent.span(), map)), intent.span());
        }
    }

    @Property(tries = 1_000)
    void valuesStandForWhatTheyAre(@ForAll("texts") String text, @ForAll long seed) {
        ObjectNode plain = read(text);
        Naming naming = new Naming(seed);
        ObjectNode named = (ObjectNode) naming.withValues(plain, plain.members().get(0));
        Statistics.label("values").collect(Math.min(5, naming.named.size()));
        Checked<Compilation> expected = compile(plain, IntentContext.NONE);
        IntentContext context =
                IntentContext.read(naming.asRepository("values", plain)).orThrow();
        Checked<Compilation> compiled = compile(named, context);
        assertThat(documents(compiled)).isEqualTo(documents(expected));
        assertThat(compiled.findings())
                .extracting(finding -> finding.id() + finding.message())
                .isEqualTo(expected.findings().stream()
                        .map(finding -> finding.id() + finding.message())
                        .toList());
    }

    @Property(tries = 1_000)
    void groupsStandForTheirPrincipals(@ForAll("texts") String text, @ForAll long seed) {
        ObjectNode plain = read(text);
        Naming naming = new Naming(seed);
        ObjectNode named = (ObjectNode) naming.withGroups(plain);
        Statistics.label("groups").collect(Math.min(3, naming.named.size()));
        Checked<Compilation> expected = compile(plain, IntentContext.NONE);
        Checked<IntentContext> context = IntentContext.read(naming.asRepository("groups", plain));
        if (context.hasErrors()) {
            assertThat(expected.hasErrors()).isTrue();
            return;
        }
        assertThat(documents(compile(named, context.orThrow()))).isEqualTo(documents(expected));
    }

    private static ObjectNode read(String text) {
        return (ObjectNode) YamlNodes.read(source(text)).orThrow();
    }

    private static SourceText source(String text) {
        return SourceText.of("generated.policy.yaml", text);
    }

    private static Checked<Compilation> compile(Node node, IntentContext context) {
        return IntentReader.read(node, context).then(PolicyCompiler.create()::compile);
    }

    private static List<String> documents(Checked<Compilation> compiled) {
        return compiled.value().stream()
                .flatMap(compilation -> compilation.documents().stream())
                .map(CompiledDocument::minified)
                .toList();
    }

    @Provide
    Arbitrary<String> texts() {
        return IntentArbitraries.texts()
                .filter(text -> !YamlNodes.read(source(text)).hasErrors());
    }
}
