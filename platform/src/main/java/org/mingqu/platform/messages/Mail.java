package org.mingqu.platform.messages;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.mingqu.platform.web.PageWords;
import org.mingqu.platform.web.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/// Writes mails, by the SMTP server of `spring.mail.*`. A mail says which case and what to do, and nothing of its
/// content: it leaves the house.
@Component
class Mail {

    private final ObjectProvider<JavaMailSender> sender;
    private final Texts texts;
    private final PageWords words;
    private final String from;
    private final String installation;
    private final String address;

    Mail(
            ObjectProvider<JavaMailSender> sender,
            Texts texts,
            PageWords words,
            @Value("${mingqu.mail.from}") String from,
            @Value("${mingqu.installation}") String installation,
            @Value("${mingqu.address}") String address) {
        this.sender = sender;
        this.texts = texts;
        this.words = words;
        this.from = from;
        this.installation = installation;
        this.address = address;
    }

    /// Whether this installation has a mail server.
    boolean isOffered() {
        return sender.getIfAvailable() != null;
    }

    /// Sends the code that shows that an address is the person's own.
    ///
    /// @throws MailException if the server does not take it
    void sendCode(String to, String code) {
        var parameters = Map.of("installation", installation, "code", code);
        send(to, text("message.code.subject", parameters), text("message.code.text", parameters));
    }

    /// Sends a message.
    ///
    /// @throws MailException if the server does not take it
    void send(String to, DeliveryStore.Delivery it) {
        var due = it.due() == null ? "" : text("message.due", Map.of("due", it.due().toString()));
        var parameters = Map.of(
                "installation", installation,
                "number", it.number(),
                "kind", words.of("work.kind." + it.caseKind(), Locale.SIMPLIFIED_CHINESE),
                "stage", words.stage(it.caseKind(), it.stage(), Locale.SIMPLIFIED_CHINESE),
                "due", due,
                "link", address + "/cases/" + it.caseId());
        var key = "message.mail." + it.kind();
        send(to, text(key + ".subject", parameters), text(key + ".text", parameters) + text("message.end", parameters));
    }

    private String text(String key, Map<String, String> parameters) {
        return texts.of(key, parameters, Locale.SIMPLIFIED_CHINESE);
    }

    private void send(String to, String subject, String text) {
        var server = sender.getObject();
        try {
            var mail = new MimeMessageHelper(server.createMimeMessage(), StandardCharsets.UTF_8.name());
            mail.setFrom(from);
            mail.setTo(to);
            mail.setSubject(subject);
            mail.setText(text);
            server.send(mail.getMimeMessage());
        } catch (MessagingException e) {
            throw new org.springframework.mail.MailPreparationException("the mail cannot be written", e);
        }
    }
}
