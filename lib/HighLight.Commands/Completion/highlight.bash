# Completion of highlight in bash. In ~/.bashrc:  eval "$(highlight completion bash)"

# REPLY is $2 so that bash takes it literally behind an open quote $1, which readline closes.
_highlight_quote() {
    local i character
    REPLY=''
    for ((i = 0; i < ${#2}; i++)); do
        character=${2:i:1}
        case $1$character in
            "''") REPLY+="'\\''" ;;
            '"!') REPLY+="\"'!'\"" ;;
            '"'[\"\\\$\`]) REPLY+="\\$character" ;;
            *) REPLY+=$character ;;
        esac
    done
}

# REPLY is $1 as a word of its own, quoted if need be.
_highlight_word() {
    REPLY=$1
    if [[ $1 == '~'* || $1 == *[^-A-Za-z0-9_./:,=+@%~]* ]]; then
        _highlight_quote "'" "$1"
        REPLY="'$REPLY'"
    fi
}

_highlight_completion() {
    local line=${COMP_LINE:0:COMP_POINT}
    local quote='' typed='' kept=0 i character candidate rest REPLY
    COMPREPLY=()

    # Readline replaces what follows an open quote or else the last sign of COMP_WORDBREAKS: so many characters of the word are kept.
    for ((i = 0; i < ${#line}; i++)); do
        character=${line:i:1}
        if [[ -n $quote ]]; then
            if [[ $character == "$quote" ]]; then
                quote='' kept=${#typed}
            elif [[ $quote$character == '"\' && ${line:i+1:1} == [\"\\\$\`] ]]; then
                ((i++))
                typed+=${line:i:1}
            else
                typed+=$character
            fi
        elif [[ $character == [[:space:]] ]]; then
            typed='' kept=0
        elif [[ $character == [\"\'] ]]; then
            quote=$character kept=${#typed}
        elif [[ $character == \\ ]]; then
            ((i++))
            typed+=${line:i:1}
        else
            typed+=$character
            if [[ $COMP_WORDBREAKS == *"$character"* ]]; then
                kept=${#typed}
            fi
        fi
    done

    while IFS= read -r candidate; do
        rest=${candidate:kept}
        if [[ -n $quote ]]; then
            _highlight_quote "$quote" "$rest"
        elif [[ $typed == '~/'* && $rest == '~/'* ]]; then
            _highlight_word "${rest:2}"
            REPLY="~/$REPLY"
        else
            _highlight_word "$rest"
        fi
        COMPREPLY+=("$REPLY")
    done < <("${1/#\~/$HOME}" '[suggest]' "$line" 2>/dev/null)

    # One goes on typing inside a folder.
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == */ ]]; then
        compopt -o nospace 2>/dev/null
    fi
}

complete -F _highlight_completion highlight
