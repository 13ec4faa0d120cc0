#compdef highlight
# Completion of highlight in zsh. In ~/.zshrc, after compinit:  eval "$(highlight completion zsh)"

_highlight() {
    local tool=${(Q)words[1]}
    local text="${(j: :)${(@qq)${(@Q)words[1,CURRENT-1]}}} ${(qq)${(Q)PREFIX}}"
    local -a candidates folders
    candidates=("${(@f)$(${~tool} '[suggest]' "$text" 2>/dev/null)}")
    candidates=("${(@)candidates:#}")

    # One goes on typing inside a folder.
    folders=("${(@M)candidates:#*/}")
    candidates=("${(@)candidates:#*/}")
    compadd -a -- candidates
    compadd -S '' -a -- folders
}

if [[ ${funcstack[1]} == _highlight ]]; then
    _highlight "$@"
else
    compdef _highlight highlight
fi
