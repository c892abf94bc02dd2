package org.mingqu.enclave.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.mingqu.warrant.EnclaveRefused;

/// Writes a text again in UTF-8, without its byte order mark.
///
/// Bytes that do not fit become `0xFF`, which is no UTF-8: the reader then rejects that line and no other. With too
/// many of them the file is of another encoding.
final class Transcoder {

    private static final int BUFFER = 1 << 20;
    private static final int MOST_ERRORS = 1000;
    private static final byte WRONG = (byte) 0xff;

    private final CharsetDecoder decoder;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer in = ByteBuffer.allocate(BUFFER);
    private final CharBuffer chars = CharBuffer.allocate(BUFFER);
    private final byte[] encoded = new byte[3 * BUFFER + 16];
    private final ByteBuffer out = ByteBuffer.wrap(encoded);
    private final TextFacts facts = new TextFacts();
    private long position;
    private int errors;
    private boolean first = true;

    Transcoder(Charset charset) {
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /// Writes a file again, and says what is to be known of the text written.
    TextShape transcode(Path raw, Path utf8) throws IOException {
        try (var source = FileChannel.open(raw, StandardOpenOption.READ);
                var target = FileChannel.open(
                        utf8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            var ended = false;
            while (!ended) {
                ended = source.read(in) < 0;
                in.flip();
                decode(ended, target);
                in.compact();
            }
        }
        return facts.shape();
    }

    private void decode(boolean ended, FileChannel target) throws IOException {
        while (true) {
            var before = in.position();
            var result = decoder.decode(in, chars, ended);
            position += in.position() - before;
            write(target);
            if (result.isError()) {
                wrong(result, target);
            } else if (result.isUnderflow()) {
                return;
            }
        }
    }

    private void wrong(CoderResult result, FileChannel target) throws IOException {
        errors++;
        if (errors > MOST_ERRORS) {
            throw EnclaveRefused.of("file-encoding", "6", "position", Long.toString(position + 1));
        }
        in.position(in.position() + result.length());
        position += result.length();
        out.clear();
        out.put(WRONG).flip();
        put(target);
    }

    private void write(FileChannel target) throws IOException {
        chars.flip();
        if (first && chars.hasRemaining()) {
            first = false;
            if (chars.get(chars.position()) == '\uFEFF') {
                chars.position(chars.position() + 1);
            }
        }
        out.clear();
        encoder.encode(chars, out, false);
        out.flip();
        put(target);
        chars.compact();
    }

    private void put(FileChannel target) throws IOException {
        facts.add(encoded, out.limit());
        while (out.hasRemaining()) {
            target.write(out);
        }
    }
}
