package io.policyc.node;

import com.google.common.primitives.UnsignedBytes;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Files and streams of bytes to text: strictly UTF-8, without a byte order mark, of bounded size. */
public final class SourceFiles {
    /** The largest text that is read, in bytes. A policy of AWS has at most a few ten thousand characters. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    private SourceFiles() {}

    /** Reads a file; its name in findings is the path as given. */
    public static Checked<SourceText> read(Path file) {
        return read(file, file.toString());
    }

    /** Reads a file under the name that findings shall show. */
    public static Checked<SourceText> read(Path file, String name) {
        return open(file, name, in -> read(in, name));
    }

    /** What is made of the bytes of a file. */
    public interface Reading<T> {
        Checked<T> read(InputStream in) throws IOException;
    }

    /** Reads a file of any size in a way of its own; that the file cannot be read is a finding here as well. */
    public static <T> Checked<T> open(Path file, String name, Reading<T> reading) {
        if (Files.isDirectory(file)) {
            return unreadable(name, "is a directory, not a file");
        }
        // A pipe or device may never come to an end.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return unreadable(name, "is not a regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return reading.read(in);
        } catch (NoSuchFileException e) {
            return unreadable(name, "does not exist");
        } catch (AccessDeniedException e) {
            return unreadable(name, "may not be read by this user");
        } catch (IOException e) {
            return unreadable(name, "cannot be read: " + reason(e));
        } catch (UncheckedIOException e) {
            return unreadable(name, "cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** Why a file cannot be read or written, without its name. */
    public static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "a file is in the way";
        }
        boolean file = e instanceof FileSystemException;
        Optional<String> reason = Optional.ofNullable(file ? ((FileSystemException) e).getReason() : e.getMessage());
        return reason.map(Printable::line).orElse(e.getClass().getSimpleName());
    }

    /**
     * Reads a stream to its end, or until it is larger than {@link #MOST_BYTES}.
     *
     * @throws IOException if the stream itself fails
     */
    public static Checked<SourceText> read(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            String message = Printable.quoted(name) + " is larger than " + MOST_BYTES / (1024 * 1024) + " MiB";
            return Checked.failed(Finding.withoutPlace(SourceFindings.TOO_LARGE, message)
                    .withHelp("no policy, intent or test needs so much; is it the right file?"));
        }
        return decode(bytes, name);
    }

    private static Checked<SourceText> decode(byte[] bytes, String name) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        SourceText text = SourceText.of(name, out.flip().toString());
        if (result.isError()) {
            String message = "not UTF-8: byte 0x" + UnsignedBytes.toString(bytes[in.position()], 16)
                    + " at byte offset " + in.position();
            return Checked.failed(
                    Finding.of(SourceFindings.ENCODING, text.at(text.text().length()), message)
                            .withHelp("save the file as UTF-8"));
        }
        return withoutByteOrderMark(text);
    }

    private static Checked<SourceText> withoutByteOrderMark(SourceText text) {
        if (!text.text().startsWith("\uFEFF")) {
            return Checked.of(text);
        }
        SourceText rest = SourceText.of(text.name(), text.text().substring(1));
        Findings findings = new Findings();
        findings.add(
                SourceFindings.BYTE_ORDER_MARK,
                rest.start(),
                "the text starts with a byte order mark",
                "save the file as UTF-8 without BOM; AWS does not accept one");
        return findings.with(rest);
    }

    private static <T> Checked<T> unreadable(String name, String why) {
        return Checked.failed(Finding.withoutPlace(SourceFindings.UNREADABLE, Printable.quoted(name) + " " + why));
    }
}
