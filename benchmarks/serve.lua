-- Asks the addresses that lie in the file of the environment's KG_PATHS, one after another. In every second one, letters of the values
-- are now small and now capital: the same question to the engine, and another one to the memory of answers.
local paths = {}
for line in io.lines(os.getenv("KG_PATHS")) do paths[#paths + 1] = line end
local asked = 0

local function recased(path)
  local head, value = path:match("^(.*=)(.*)$")
  return head .. value:gsub("%%?%w+", function(word)
    if word:sub(1, 1) == "%" then return word end
    return word:gsub("%a", function(letter) return math.random(2) == 1 and letter:upper() or letter:lower() end)
  end)
end

function request()
  asked = asked + 1
  local path = paths[asked % #paths + 1]
  return wrk.format("GET", asked % 2 == 0 and recased(path) or path)
end

function done(summary, latency, _)
  local errors = summary.errors
  io.write(string.format(
    'RESULT {"requests": %d, "seconds": %.1f, "not 2xx": %d, "socket errors": %d, "timeouts": %d, "p50 ms": %.1f, "p99 ms": %.1f, "slowest ms": %.1f}\n',
    summary.requests, summary.duration / 1e6, errors.status, errors.connect + errors.read + errors.write, errors.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3))
end
