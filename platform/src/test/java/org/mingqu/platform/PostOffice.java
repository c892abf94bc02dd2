package org.mingqu.platform;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.jspecify.annotations.Nullable;

/// A mail server inside the tests' own process, opened when first asked for.
public final class PostOffice {

    private static @Nullable GreenMail server;

    private PostOffice() {}

    public static synchronized GreenMail open() {
        var running = server;
        if (running == null) {
            running = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            running.start();
            server = running;
        }
        return running;
    }
}
