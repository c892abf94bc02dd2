package org.mingqu.platform.documents;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/// The code that a phone reads (QR), as a picture inside the page.
final class Square {

    private static final int SIDE_PIXELS = 240;
    private static final int WHITE = 0xFFFFFF;

    private Square() {}

    /// A `data:` address of a PNG.
    static String of(String text) {
        try (var out = new ByteArrayOutputStream()) {
            var modules = new QRCodeWriter()
                    .encode(text, BarcodeFormat.QR_CODE, SIDE_PIXELS, SIDE_PIXELS, Map.of(EncodeHintType.MARGIN, 1));
            ImageIO.write(picture(modules), "png", out);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a code: " + text, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage picture(BitMatrix modules) {
        var picture = new BufferedImage(modules.getWidth(), modules.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                picture.setRGB(x, y, modules.get(x, y) ? 0 : WHITE);
            }
        }
        return picture;
    }
}
