package io.policyc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.finding.FindingId;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder with a directory a case, and in it files that hold what is expected. With {@code -Dgolden.update=true} they are
 * written instead of compared.
 */
public record GoldenFolder(Path folder) {
    /** The names of the cases. */
    public List<String> cases() throws IOException {
        try (Stream<Path> directories = Files.list(folder)) {
            return directories
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** The text of a file of a case. */
    public String text(String name, String file) throws IOException {
        return Files.readString(folder.resolve(name).resolve(file));
    }

    /** Compares with a file of a case; one that is not there stands for the empty text. */
    public void compare(String name, String file, String actual) throws IOException {
        Path expected = folder.resolve(name).resolve(file);
        if (Boolean.getBoolean("golden.update")) {
            Files.deleteIfExists(expected);
            if (!actual.isEmpty()) {
                Files.writeString(expected, actual);
            }
        }
        assertThat(actual).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
    }

    /** The names of the findings that a class holds as constants. */
    public static Set<String> idsOf(Class<?> holder) throws IllegalAccessException {
        Set<String> ids = new TreeSet<>();
        for (Field field : holder.getFields()) {
            ids.add(((FindingId) field.get(null)).name());
        }
        return ids;
    }
}
