// The wire of the Debug Adapter Protocol: JSON messages with a Content-Length header on a pair of file descriptors.
// Knows requests, responses and events as JSON, not what they mean.
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace unwind::session {

using Json = nlohmann::json;

class DapWire {
public:
    DapWire(int in, int out) : m_in(in), m_out(out) {}
    /// The next message; waits for one if asked to. Nothing when none has fully arrived, or at the end (see closed()).
    /// A message that is no JSON comes as null.
    std::optional<Json> read(bool wait);
    /// Bytes wait to be read.
    bool hasInput() const;
    bool closed() const { return m_closed; }
    int input() const { return m_in; }

    void event(const std::string& name, Json body = Json::object());
    void respond(const Json& request, Json body = Json::object());
    /// A failed response: one sentence for the person.
    void fail(const Json& request, const std::string& message);

private:
    void send(Json message);
    std::optional<Json> takeBuffered();

    int m_in, m_out;
    int m_seq = 0;
    bool m_closed = false;
    std::string m_buffer;
};

} // namespace unwind::session
