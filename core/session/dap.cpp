#include "session/dap.h"

#include <charconv>
#include <poll.h>
#include <unistd.h>

namespace unwind::session {

std::optional<Json> DapWire::read(bool wait) {
    for (;;) {
        if (auto message = takeBuffered()) return message;
        if (m_closed) return std::nullopt;
        if (!wait && !hasInput()) return std::nullopt;
        char bytes[16384];
        ssize_t n = ::read(m_in, bytes, sizeof bytes);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) m_closed = true;
        else m_buffer.append(bytes, size_t(n));
    }
}

bool DapWire::hasInput() const {
    pollfd ready{m_in, POLLIN, 0};
    return poll(&ready, 1, 0) > 0;
}

std::optional<Json> DapWire::takeBuffered() {
    constexpr std::string_view field = "Content-Length:";
    size_t headerEnd = m_buffer.find("\r\n\r\n");
    if (headerEnd == std::string::npos) return std::nullopt;
    size_t length = 0;
    if (size_t at = m_buffer.find(field); at < headerEnd) {
        at = m_buffer.find_first_not_of(' ', at + field.size());
        std::from_chars(m_buffer.data() + at, m_buffer.data() + headerEnd, length);
    }
    size_t begin = headerEnd + 4;
    if (m_buffer.size() < begin + length) return std::nullopt;
    Json message = Json::parse(m_buffer.begin() + long(begin), m_buffer.begin() + long(begin + length), nullptr, false);
    m_buffer.erase(0, begin + length);
    return message.is_discarded() ? Json() : message;
}

void DapWire::send(Json message) {
    message["seq"] = ++m_seq;
    std::string text = message.dump(-1, ' ', false, Json::error_handler_t::replace);
    text = "Content-Length: " + std::to_string(text.size()) + "\r\n\r\n" + text;
    for (size_t done = 0; done < text.size();) {
        ssize_t n = ::write(m_out, text.data() + done, text.size() - done);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) {
            m_closed = true;
            return;
        }
        done += size_t(n);
    }
}

void DapWire::event(const std::string& name, Json body) {
    send({{"type", "event"}, {"event", name}, {"body", std::move(body)}});
}

void DapWire::respond(const Json& request, Json body) {
    send({{"type", "response"},
          {"request_seq", request.value("seq", 0)},
          {"success", true},
          {"command", request.value("command", "")},
          {"body", std::move(body)}});
}

void DapWire::fail(const Json& request, const std::string& message) {
    send({{"type", "response"},
          {"request_seq", request.value("seq", 0)},
          {"success", false},
          {"command", request.value("command", "")},
          {"message", message},
          {"body", {{"error", {{"id", 1}, {"format", message}, {"showUser", true}}}}}});
}

} // namespace unwind::session
