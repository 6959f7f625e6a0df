package io.policyc.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.policyc.finding.FindingId;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds of all modules: the direction of the arrows between them, and habits that a reviewer would miss. */
final class ArchitectureTest {
    /** The packages of each module, from the one that knows nobody to the one that knows everybody. */
    private static final ImmutableMap<String, ImmutableList<String>> MODULES = ImmutableMap.of(
            "policy-model", packages("source", "finding", "node", "policy"),
            "simulator",
                    packages(
                            "glob",
                            "vocabulary",
                            "request",
                            "organization",
                            "simulator",
                            "evidence",
                            "cloudtrail",
                            "expectation",
                            "coverage"),
            "policy-analysis", packages("lint", "trust"),
            "policy-compiler",
                    packages(
                            "guardrail",
                            "intent",
                            "role",
                            "packing",
                            "compiler",
                            "imports",
                            "workspace",
                            "deploy",
                            "register"),
            "audit", packages("authorization", "credential", "workflow", "plan", "alert"),
            "simulator-endpoint", packages("endpoint"),
            "simulator-aws", packages("comparison", "aws", "recording"),
            "cli", packages("cli"));

    /** Modules that only the command knows: nobody carries them who does not ask for them. */
    private static final ImmutableList<String> LEAVES = ImmutableList.of("simulator-endpoint", "simulator-aws");

    private static final int LONGEST_FILE = 500;

    private static JavaClasses main;

    @BeforeAll
    static void read() {
        main = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.policyc");
    }

    private static ImmutableList<String> packages(String... names) {
        return Stream.of(names).map(name -> "io.policyc." + name).collect(ImmutableList.toImmutableList());
    }

    @Test
    void eachPackageBelongsToAModule() {
        SortedSet<String> found = new TreeSet<>();
        main.forEach(type -> found.add(type.getPackageName()));
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        MODULES.values().stream().flatMap(Collection::stream).toList());
    }

    @Test
    void modulesKnowOnlyThoseBeforeThem() {
        List<String> known = new ArrayList<>();
        for (Map.Entry<String, ImmutableList<String>> module : MODULES.entrySet()) {
            List<String> allowed = new ArrayList<>(known);
            allowed.addAll(module.getValue());
            if (module.getKey().equals("cli")) {
                LEAVES.forEach(leaf -> allowed.addAll(packagesOf(leaf)));
            }
            classes()
                    .that()
                    .resideInAnyPackage(module.getValue().toArray(String[]::new))
                    .should()
                    .onlyDependOnClassesThat(not(resideInAPackage("io.policyc.."))
                            .or(resideInAnyPackage(allowed.toArray(String[]::new))))
                    .as(module.getKey() + " knows only the modules before it")
                    .check(main);
            if (!LEAVES.contains(module.getKey())) {
                known.addAll(module.getValue());
            }
        }
    }

    private static ImmutableList<String> packagesOf(String module) {
        return Objects.requireNonNull(MODULES.get(module));
    }

    /** What speaks to AWS is in one package, and starts only where it is asked for. */
    @Test
    void onlyOnePackageKnowsTheSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.policyc.aws")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(main);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching("io.policyc.(*)..").should().beFreeOfCycles().check(main);
    }

    @Test
    void publicSignaturesOfTheLibrariesNameNoParserAndNoCommandLine() {
        classes()
                .that()
                .resideOutsideOfPackage("io.policyc.cli")
                .and()
                .arePublic()
                .should(new ArchCondition<>("name no type of Jackson, SnakeYAML, picocli or the AWS SDK in public") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getCodeUnits().stream()
                                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                                .filter(ArchitectureTest::namesForeignType)
                                .forEach(unit -> events.add(SimpleConditionEvent.violated(unit, unit.getFullName())));
                        type.getFields().stream()
                                .filter(field -> field.getModifiers().contains(JavaModifier.PUBLIC))
                                .filter(field -> isForeign(field.getRawType()))
                                .forEach(
                                        field -> events.add(SimpleConditionEvent.violated(field, field.getFullName())));
                    }
                })
                .check(main);
    }

    private static boolean namesForeignType(JavaCodeUnit unit) {
        return Stream.of(
                        unit.getReturnType().getAllInvolvedRawTypes().stream(),
                        unit.getParameterTypes().stream().flatMap(type -> type.getAllInvolvedRawTypes().stream()),
                        unit.getThrowsClause().getTypes().stream())
                .flatMap(types -> types)
                .anyMatch(ArchitectureTest::isForeign);
    }

    private static boolean isForeign(JavaClass type) {
        return Stream.of("com.fasterxml.", "org.yaml.", "picocli.", "software.amazon.")
                .anyMatch(prefix -> type.getName().startsWith(prefix));
    }

    @Test
    void onlyTheCommandPrintsAndOnlyMainEnds() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Main.class.getName())
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(main);
    }

    /** Java's own immutable sets and maps iterate in another order in every virtual machine. */
    @Test
    void nothingIteratesInARandomOrder() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(equivalentTo(Set.class).or(equivalentTo(Map.class))))
                        .and(target(nameMatching("of|ofEntries|copyOf"))))
                .orShould()
                .callMethodWhere(target(owner(equivalentTo(Collectors.class)))
                        .and(target(nameMatching("toSet|toMap|toUnmodifiableSet|toUnmodifiableMap|groupingBy"))))
                .check(main);
    }

    /** What is built, tested and explained is the same on every day; commands ask for the day in one place. */
    @Test
    void onlyOneClassAsksWhichDayItIs() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Today.class.getName())
                .should()
                .callMethodWhere(
                        target(owner(resideInAPackage("java.time.."))).and(target(nameMatching("now|system.*"))))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Date.class)
                .check(main);
    }

    @Test
    void everyFindingHasAPageAndEveryPageAFinding() throws IOException, ReflectiveOperationException {
        SortedSet<String> ids = new TreeSet<>();
        for (JavaClass type : main) {
            for (Field field : type.reflect().getDeclaredFields()) {
                if (field.getType() == FindingId.class && Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    ids.add(((FindingId) field.get(null)).name());
                }
            }
        }
        SortedSet<String> pages = new TreeSet<>();
        try (Stream<Path> files = Files.list(Folders.PROJECT.resolve("docs/rules"))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .forEach(name -> pages.add(name.substring(0, name.length() - ".md".length())));
        }
        pages.remove("README");
        assertThat(ids).hasSizeGreaterThan(50);
        assertThat(pages).containsExactlyElementsOf(ids);
    }

    @Test
    void everyPageIsInTheIndexOfItsFolderOnce() throws IOException {
        for (String folder : List.of("docs/design", "docs/guide")) {
            Path place = Folders.PROJECT.resolve(folder);
            String index = Files.readString(place.resolve("README.md"));
            try (Stream<Path> files = Files.list(place)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> !name.equals("README.md"))
                        .forEach(name ->
                                assertThat(index).as(folder + ": " + name).containsOnlyOnce("](" + name + ")"));
            }
        }
    }

    @Test
    void filesAreShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (String module : MODULES.keySet()) {
            try (Stream<Path> files = Files.walk(Folders.PROJECT.resolve(module).resolve("src"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    if (Files.readAllLines(file).size() > LONGEST_FILE) {
                        tooLong.add(file.toString());
                    }
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void theCommandPrintsThePageOfAFinding() {
        CommandRun run = CommandRun.of(Path.of("").toAbsolutePath(), "help", "source.duplicate-key");
        assertThat(run.exit()).isZero();
        assertThat(run.stdout()).contains("source.duplicate-key");
        assertThat(CommandRun.of(Path.of("").toAbsolutePath(), "help", "no.such-finding")
                        .exit())
                .isEqualTo(2);
    }
}
