package org.mingqu.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.server.ContentTooLargeException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;

/// Refuses the body of a request once it is longer than `mingqu.longest-body`, said beforehand or not: whoever sends
/// without end, signed in or not, fills no memory. Forms with files have a limit of their own.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyLimit extends OncePerRequestFilter {

    private final long longest;
    private final HandlerExceptionResolver problems;
    private final LocaleResolver locales;

    BodyLimit(
            @Value("${mingqu.longest-body}") DataSize longest,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems,
            LocaleResolver locales) {
        this.longest = longest.toBytes();
        this.problems = problems;
        this.locales = locales;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > longest) {
            LocaleContextHolder.setLocale(locales.resolveLocale(request));
            problems.resolveException(request, response, null, new ContentTooLargeException(null));
            LocaleContextHolder.resetLocaleContext();
            return;
        }
        chain.doFilter(new Limited(request, longest), response);
    }

    /// A request whose body ends in a refusal where it is too long.
    private static final class Limited extends HttpServletRequestWrapper {

        private final long longest;

        Limited(HttpServletRequest request, long longest) {
            super(request);
            this.longest = longest;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), longest);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        Counted(ServletInputStream body, long longest) {
            this.body = body;
            this.left = longest;
        }

        @Override
        public int read() throws IOException {
            var it = body.read();
            count(it < 0 ? 0 : 1);
            return it;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var some = body.read(into, from, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new ContentTooLargeException(null);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
