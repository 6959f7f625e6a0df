package io.policyc.cli;

import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Texts that come with the command. */
final class ResourceFiles {
    private ResourceFiles() {}

    /**
     * The text of a resource beside this class.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if there is none of that name
     */
    static String text(String name) throws IOException {
        return Resources.toString(Resources.getResource(ResourceFiles.class, name), StandardCharsets.UTF_8);
    }

    static boolean exists(String name) {
        return ResourceFiles.class.getResource(name) != null;
    }
}
